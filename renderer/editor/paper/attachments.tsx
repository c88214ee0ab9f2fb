import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentLabel } from '#shared/document/numbering.ts';
import type { Tail } from '#shared/document/schema.ts';
import { newId } from '#shared/lib/ids.ts';
import { PaperField } from './paper-field.tsx';
import { AddPart, PartAction, RemovePart, type TailFormProps } from './tail-part.tsx';
import { useStore } from './use-store.ts';

/** 附件说明: the list after the text. Each item may have a text of its own on pages after the letter. */
export function Attachments({ session, tail, readOnly }: TailFormProps & { tail: Tail }) {
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
  const write = (id: string, title: string) =>
    session.changeTail(
      (before) => ({
        ...before,
        attachments: before.attachments.map((other) => (other.id === id ? { ...other, title } : other)),
      }),
      `attachment ${id}`,
    );

  if (attachments.length === 0)
    return readOnly ? null : <AddPart label={t('tail.addAttachment')} onAdd={() => add(-1)} />;
  return (
    <div className="letter-attachments">
      <span className="letter-attachments-label">{'附件：'}</span>
      <ol>
        {attachments.map((item, index) => (
          <li key={item.id} data-item={item.id}>
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
              onBackspaceWhenEmpty={() => session.attachments.remove(item.id)}
              onChange={(title) => write(item.id, title)}
            />
            {!readOnly && <ItemTools session={session} tail={tail} index={index} itemId={item.id} />}
          </li>
        ))}
      </ol>
      {!readOnly && <AddPart label={t('tail.addAttachment')} onAdd={() => add(attachments.length - 1)} />}
    </div>
  );
}

interface ItemToolsProps extends Pick<TailFormProps, 'session'> {
  tail: Tail;
  index: number;
  itemId: string;
}

function ItemTools({ session, tail, index, itemId }: ItemToolsProps) {
  const { t } = useTranslation('editor');
  const text = useStore(session.attachmentTexts).find((entry) => entry.itemId === itemId);
  const number = index + 1;
  const { length } = tail.attachments;
  return (
    <span className="letter-tools">
      <button
        type="button"
        className="letter-toggle"
        aria-pressed={text !== undefined}
        title={t(text ? 'tail.removeAttachmentText' : 'tail.addAttachmentText', { number })}
        aria-label={t('tail.attachmentTextOf', { number })}
        onClick={() => (text ? session.attachments.removeText(itemId) : session.attachments.addText(itemId))}
      >
        {t('tail.attachmentText')}
      </button>
      {text && (
        <button
          type="button"
          className="letter-toggle"
          aria-pressed={text.isLandscape}
          title={t('tail.landscapeHint')}
          aria-label={t('tail.landscapeOf', { number })}
          onClick={() => session.attachments.setLandscape(itemId, !text.isLandscape)}
        >
          {t('tail.landscape')}
        </button>
      )}
      {index > 0 && (
        <PartAction label={t('tail.attachmentUp', { number })} onUse={() => session.attachments.move(itemId, -1)}>
          <IconArrowUp size={14} aria-hidden />
        </PartAction>
      )}
      {index < length - 1 && (
        <PartAction label={t('tail.attachmentDown', { number })} onUse={() => session.attachments.move(itemId, 1)}>
          <IconArrowDown size={14} aria-hidden />
        </PartAction>
      )}
      <RemovePart label={t('tail.removeAttachment', { number })} onRemove={() => session.attachments.remove(itemId)} />
    </span>
  );
}
