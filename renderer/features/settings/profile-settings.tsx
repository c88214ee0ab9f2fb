import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/settings.ts';
import { useCommand } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { notify } from '../../shell/toasts.tsx';
import { useSaveOnLeave } from './use-save-on-leave.ts';

export function ProfileSettings({ profile }: { profile: Profile }) {
  const { t } = useTranslation(['settings', 'common']);
  const [name, setName] = useState(profile.name);
  const save = useCommand('settings.saveProfile');
  const isChanged = name.trim() !== profile.name;
  const store = async (): Promise<boolean> => {
    try {
      await save.mutateAsync({ name: name.trim() });
      notify(t('saved'));
      return true;
    } catch {
      // Shown below by `save.error`.
      return false;
    }
  };
  useSaveOnLeave(isChanged, store);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void store();
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
          <Button type="submit" loading={save.isPending} disabled={!isChanged}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
