import type { Tail } from '#shared/document/schema.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterSession } from '../api.ts';
import { PaperField } from './paper-field.tsx';
import { Attachments } from './attachments.tsx';
import { AddPart, type TailFormProps } from './tail-part.tsx';
import { readList } from './printed-input.ts';
import { Signature } from './signature.tsx';
import { TailNotes } from './tail-notes.tsx';
import { useStore } from './use-store.ts';

/** Below the text: attachments, signature and date, notes in brackets, copies. */
export function TailForm(props: TailFormProps) {
  const { t } = useTranslation('editor');
  const { session, readOnly } = props;
  const { tail } = useStore(session.headAndTail);
  return (
    <div className="letter-tail" role="group" aria-label={t('paper.tail')}>
      <Attachments {...props} tail={tail} />
      <Signature {...props} tail={tail} />
      <TailNotes {...props} tail={tail} />
      <CopyTo session={session} tail={tail} readOnly={readOnly} />
    </div>
  );
}

function CopyTo({ session, tail, readOnly }: { session: LetterSession; tail: Tail; readOnly: boolean }) {
  const { t } = useTranslation('editor');
  const [open, setOpen] = useState(false);
  if (tail.copyTo.length === 0 && !open) {
    return readOnly ? null : <AddPart label={t('tail.addCopyTo')} onAdd={() => setOpen(true)} />;
  }
  return (
    <label className="letter-copy-to">
      <span>{'抄送：'}</span>
      <PaperField
        session={session}
        name="copyTo"
        label={t('tail.copyTo')}
        placeholder={t('tail.copyToHint')}
        readOnly={readOnly}
        value={tail.copyTo.join('，')}
        autoFocus={open}
        onBackspaceWhenEmpty={() => setOpen(false)}
        onChange={(text) => session.changeTail((before) => ({ ...before, copyTo: readList(text) }), 'copyTo')}
      />
    </label>
  );
}
