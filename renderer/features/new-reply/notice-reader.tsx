import { Text, Textarea } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { withDueDate } from '#shared/domain/deadline.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import { mergeFacts, useNewReply } from './new-reply-state.ts';

/** The pasted notice, from which the case fills itself. */
export function NoticeReader({ unit }: { unit: UnitSettings }) {
  const { t } = useTranslation(['newReply', 'common']);
  const backend = useBackend();
  const { notice, read } = useNewReply();
  const [error, setError] = useState<WireError | null>(null);
  const newest = useRef(notice);
  const readNotice = async (text: string) => {
    newest.current = text;
    setError(null);
    useNewReply.setState({ read: null });
    if (text.trim() === '') return;
    try {
      const { caseFacts } = await backend.call('imports.readCase', { text });
      if (newest.current !== text) return;
      const present = useNewReply.getState().facts;
      const { merged, found } = mergeFacts(present, caseFacts);
      useNewReply.setState({ read: found, facts: withDueDate(merged, present, unit) });
    } catch (reason) {
      setError(toWireError(reason));
    }
  };
  return (
    <div>
      <Textarea
        data-autofocus
        label={t('notice')}
        description={t('noticeHint')}
        placeholder={t('noticePlaceholder')}
        leftSection={<IconClipboardText size={16} aria-hidden />}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={200_000}
        value={notice}
        onChange={(event) => useNewReply.setState({ notice: event.currentTarget.value })}
        onPaste={(event) => {
          // After the paste has arrived in the field.
          const field = event.currentTarget;
          setTimeout(() => void readNotice(field.value));
        }}
        onBlur={() => {
          if (notice !== newest.current) void readNotice(notice);
        }}
      />
      {read && (
        <Text fz="sm" mt={4} role="status" c={read.length > 0 ? 'var(--dafu-success)' : 'var(--dafu-warning)'}>
          {read.length > 0 ? t('noticeFound', { count: read.length }) : t('noticeNothing')}
        </Text>
      )}
      {error && <InlineError error={error} />}
    </div>
  );
}
