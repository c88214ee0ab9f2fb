import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImport } from './use-import.ts';

/** A text box becomes slow beyond this. What is longer goes to the import at once, which says what is too much. */
const LONGEST_SHOWN = 500_000;

/** A letter pasted as a whole. What Word or WPS puts on the clipboard as HTML is kept, so that headings survive. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['importing', 'common']);
  const startImport = useImport();
  const [text, setText] = useState('');
  const pasted = useRef<{ html: string; text: string } | null>(null);
  const submit = () => {
    const { current } = pasted;
    onClose();
    const unchanged = current !== null && normal(current.text) === normal(text);
    void startImport(unchanged ? { from: 'html', html: current.html } : { from: 'text', text });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('paste.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Text c="dimmed" fz="sm">
          {t('paste.hint')}
        </Text>
        <Textarea
          data-autofocus
          aria-label={t('paste.title')}
          autosize
          minRows={10}
          maxRows={18}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const html = event.clipboardData.getData('text/html');
            const plain = event.clipboardData.getData('text/plain');
            if (plain.length > LONGEST_SHOWN) {
              event.preventDefault();
              onClose();
              void startImport({ from: 'text', text: text + plain });
              return;
            }
            pasted.current = html !== '' && text === '' ? { html, text: plain } : null;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && text.trim() !== '') submit();
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button disabled={text.trim() === ''} onClick={submit}>
            {t('paste.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function normal(text: string): string {
  return text.replace(/\s+/g, '');
}
