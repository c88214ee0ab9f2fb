import { Button, Menu, Text } from '@mantine/core';
import { IconBulb, IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runJob } from '../../../shell/jobs.ts';
import type { Form } from '#shared/domain/form.ts';
import type { Backend } from '../../../rpc/backend.ts';
import { runCommand, useBackend, useQueryCall } from '../../../rpc/hooks.ts';
import { toWireError } from '../../../rpc/wire-error.ts';
import { notify } from '../../../shell/toasts.tsx';
import { showError } from '../../../shell/errors/show-error.tsx';
import { TakeSettingsDialog, type OfferedSettings } from './take-settings-dialog.tsx';
import type { UnitEditing } from './use-unit-editing.ts';
import classes from './unit-screen.module.css';

/** Settings from an example or a file, and out into a file. */
export function UnitFiles({ editing }: { editing: UnitEditing }) {
  const { t } = useTranslation('unit');
  const backend = useBackend();
  const profiles = useQueryCall('settings.listProfiles', {});
  const [offered, setOffered] = useState<OfferedSettings | null>(null);
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (reason) {
      showError(toWireError(reason));
    }
  };
  const read = () =>
    guarded(async () => {
      const options = { title: t('file.reading'), result: () => null, quiet: true };
      const { read: file } = await runJob(backend, 'settings.readUnitFile', {}, options);
      if (file) setOffered({ ...file, isExample: false });
    });
  const write = () =>
    guarded(async () => {
      // What leaves is what is stored.
      if (editing.isChanged && !(await editing.save())) return;
      const options = { title: t('file.writing'), result: () => null, quiet: true };
      const { saved } = await runJob(backend, 'settings.exportUnit', {}, options);
      if (saved) notify(t('file.exported'));
    });
  const button = { variant: 'subtle', color: 'gray', justify: 'flex-start', px: '0.625rem' } as const;
  return (
    <div className={classes.files}>
      <Menu position="right-end" width={320}>
        <Menu.Target>
          <Button {...button} leftSection={<IconBulb size={18} aria-hidden />}>
            {t('file.start')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(profiles.data ?? []).map(({ id, name, description, unit: profile }) => (
            <Menu.Item key={id} onClick={() => setOffered({ name, unit: profile, ownForm: null, isExample: true })}>
              <Text fz="sm" fw={500}>
                {name}
              </Text>
              <Text fz="xs" c="dimmed">
                {description}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button {...button} leftSection={<IconFileImport size={18} aria-hidden />} onClick={() => void read()}>
        {t('file.import')}
      </Button>
      <Button {...button} leftSection={<IconFileExport size={18} aria-hidden />} onClick={() => void write()}>
        {t('file.export')}
      </Button>
      {offered && (
        <TakeSettingsDialog
          offered={offered}
          own={editing.valid}
          onClose={() => setOffered(null)}
          onTake={(next) => {
            setOffered(null);
            void guarded(async () => {
              await keepForm(backend, offered.ownForm);
              await editing.replace(next, t('take.done', { name: offered.name }));
            });
          }}
        />
      )}
    </div>
  );
}

/** The form that came with the settings, unless this PC has it: the unit's own may have been changed since. */
async function keepForm(backend: Backend, form: Form | null): Promise<void> {
  if (form === null) return;
  const known = await backend.call('forms.list', {});
  if (!known.some(({ id }) => id === form.id)) await runCommand(backend, 'forms.restore', { form });
}
