import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import type { OpenDraft } from './open-draft.ts';

interface SavedDraftDialogProps {
  draft: OpenDraft;
  title: string;
  hint: string;
  submitLabel: string;
  disabled: boolean;
  /** Runs when everything typed is in the store. The dialog closes after it; what it throws is shown. */
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** A form about the draft as it stands: what is unsaved is saved before. */
export function SavedDraftDialog({ draft, title, hint, submitLabel, disabled, ...props }: SavedDraftDialogProps) {
  const { t } = useTranslation();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const submit = async () => {
    setRunning(true);
    setError(null);
    try {
      if (!(await draft.session.flush(5000))) return;
      await props.onSubmit();
      props.onClose();
    } catch (reason) {
      setError(toWireError(reason));
    } finally {
      setRunning(false);
    }
  };
  return (
    <Modal opened onClose={props.onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) void submit();
        }}
      >
        <Stack gap="sm">
          <Text c="dimmed" fz="sm">
            {hint}
          </Text>
          {props.children}
          {error && <InlineError error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={running} disabled={disabled}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
