import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerFlush } from '../../shell/navigation/close-flow.ts';
import { setLeaveGuard } from '../../shell/navigation/navigation.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import type { DocumentSession } from './document-session.ts';
import { useSaveStatus } from './store.ts';

/** Long enough for a slow disk, short enough not to look hung. */
const LEAVE_WAIT_MS = 4000;

export interface Leave {
  asking: boolean;
  answer: (leave: boolean) => void;
}

/** Nobody leaves a draft, by another screen or by closing the window, before its text is stored or given up by choice. */
export function useLeaveGuard(session: DocumentSession): Leave {
  const [asking, setAsking] = useState(false);
  const answers = useRef<((leave: boolean) => void)[]>([]);
  useEffect(() => {
    const mayLeave = async (): Promise<boolean> => {
      // A field of the case form hands over what was typed when it loses the focus.
      if (document.activeElement instanceof HTMLElement && document.activeElement.tagName === 'INPUT') {
        document.activeElement.blur();
      }
      if (await session.flush(LEAVE_WAIT_MS)) return true;
      setAsking(true);
      return new Promise((resolve) => answers.current.push(resolve));
    };
    const stops = [setLeaveGuard(mayLeave), registerFlush(mayLeave)];
    return () => stops.forEach((stop) => stop());
  }, [session]);
  return {
    asking,
    answer(leave) {
      setAsking(false);
      const waiting = answers.current;
      answers.current = [];
      waiting.forEach((resolve) => resolve(leave));
    },
  };
}

interface LeaveDialogProps {
  session: DocumentSession;
  leave: Leave;
  /** Writes the text to a file of the person's choice; false when they chose none. */
  onRescue?: (() => Promise<boolean>) | undefined;
}

export function LeaveDialog({ session, leave, onRescue }: LeaveDialogProps) {
  const { t } = useTranslation(['draft', 'common']);
  const status = useSaveStatus(session);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ReturnType<typeof toWireError> | null>(null);
  useEffect(() => {
    if (leave.asking && status.state === 'saved') leave.answer(true);
  }, [leave, status]);
  const rescue = async () => {
    setRunning(true);
    setFailure(null);
    try {
      if (await onRescue?.()) leave.answer(true);
    } catch (reason) {
      setFailure(toWireError(reason));
    } finally {
      setRunning(false);
    }
  };
  return (
    <Modal
      opened={leave.asking}
      onClose={() => leave.answer(false)}
      title={t('leave.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Text>{t('leave.text')}</Text>
        {status.state === 'failed' && <InlineError error={status.error} />}
        {failure && <InlineError error={failure} />}
        <Group justify="space-between" mt="xs">
          <Button variant="subtle" color="red" onClick={() => leave.answer(true)}>
            {t('leave.discard')}
          </Button>
          <Group gap="xs">
            {onRescue && (
              <Button variant="default" loading={running} onClick={() => void rescue()}>
                {t('problem.rescue')}
              </Button>
            )}
            {status.state === 'failed' && (
              <Button variant="default" onClick={() => session.retry()}>
                {t('problem.retry')}
              </Button>
            )}
            <Button data-autofocus onClick={() => leave.answer(false)}>
              {t('leave.stay')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
