import { printedDate } from '#shared/document/printed.ts';
import type { Tail } from '#shared/document/schema.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { session } = props;
  const { tail } = useStore(session.headAndTail);
  return (
    <div className="letter-tail" role="group" aria-label={t('paper.tail')}>
      <Attachments {...props} tail={tail} />
      <Signature {...props} tail={tail} />
      <TailNotes {...props} tail={tail} />
      <Colophon {...props} tail={tail} />
    </div>
  );
}

/** 版记: copies, and the line of 印发机关 and 印发日期 where the form has one. */
function Colophon({ session, unit, form, tail, readOnly }: TailFormProps & { tail: Tail }) {
  const { t } = useTranslation('editor');
  const [open, setOpen] = useState(false);
  const { hasRules, hasImprint } = form.colophon;
  const hasCopies = tail.copyTo.length > 0 || open;
  const date = printedDate(tail);
  return (
    <>
      {!hasCopies && !readOnly && <AddPart label={t('tail.addCopyTo')} onAdd={() => setOpen(true)} />}
      {(hasCopies || hasImprint) && (
        <div className="letter-colophon" data-rules={hasRules}>
          {hasCopies && (
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
          )}
          {hasImprint && (
            <div className="letter-imprint">
              <span>{unit.fullName || tail.units[0]}</span>
              <span>{date === '' ? '' : `${date}印发`}</span>
            </div>
          )}
        </div>
      )}
    </>
  );
}
