import { attachmentLabel } from '#shared/document/numbering.ts';
import type { Tail } from '#shared/document/schema.ts';
import { newId } from '#shared/lib/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterSession } from '../api.ts';
import { PaperField } from './paper-field.tsx';
import { AddPart, RemovePart, type TailFormProps } from './tail-part.tsx';
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

function Attachments({ session, tail, readOnly }: TailFormProps & { tail: Tail }) {
  const { t } = useTranslation('editor');
  const [added, setAdded] = useState<string | null>(null);
  const { attachments } = tail;
  const add = (after: number) => {
    const id = newId();
    setAdded(id);
    session.changeTail((before) => ({
      ...before,
      attachments: before.attachments.toSpliced(after + 1, 0, { id, title: '' }),
    }));
  };
  const remove = (id: string) =>
    session.changeTail((before) => ({ ...before, attachments: before.attachments.filter((item) => item.id !== id) }));

  if (attachments.length === 0)
    return readOnly ? null : <AddPart label={t('tail.addAttachment')} onAdd={() => add(-1)} />;
  return (
    <div className="letter-attachments">
      <span className="letter-attachments-label">{'附件：'}</span>
      <ol>
        {attachments.map((item, index) => (
          <li key={item.id}>
            <span>{attachmentLabel(index, attachments.length)}</span>
            <PaperField
              session={session}
              name={`attachment ${item.id}`}
              label={t('tail.attachment', { number: index + 1 })}
              placeholder={t('tail.attachmentHint')}
              readOnly={readOnly}
              value={item.title}
              autoFocus={item.id === added}
              onEnter={() => add(index)}
              onBackspaceWhenEmpty={() => remove(item.id)}
              onChange={(title) =>
                session.changeTail(
                  (before) => ({
                    ...before,
                    attachments: before.attachments.map((other) =>
                      other.id === item.id ? { ...other, title } : other,
                    ),
                  }),
                  `attachment ${item.id}`,
                )
              }
            />
            {!readOnly && (
              <RemovePart label={t('tail.removeAttachment', { number: index + 1 })} onRemove={() => remove(item.id)} />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && <AddPart label={t('tail.addAttachment')} onAdd={() => add(attachments.length - 1)} />}
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
