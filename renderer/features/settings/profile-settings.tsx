import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/settings.ts';
import { useCommand } from '../../rpc/hooks.ts';
import { ErrorView } from '../../ui/error-view.tsx';
import { notify } from '../../ui/notify.tsx';

export function ProfileSettings({ profile }: { profile: Profile }) {
  const { t } = useTranslation(['settings', 'common']);
  const [name, setName] = useState(profile.name);
  const save = useCommand('settings.saveProfile');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name: name.trim() }, { onSuccess: () => notify(t('saved')) });
      }}
    >
      <Stack gap="md" maw="24rem">
        <TextInput
          label={t('profile.name')}
          description={t('profile.nameHint')}
          value={name}
          maxLength={50}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {save.error && <ErrorView error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === profile.name}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
