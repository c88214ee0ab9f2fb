import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosureNote } from '#shared/document/printed.ts';
import { disclosureKinds, type DisclosureKind, type Tail } from '#shared/document/schema.ts';
import { PaperChoice } from './paper-choice.tsx';
import { PaperField } from './paper-field.tsx';
import { Contacts } from './tail-contacts.tsx';
import { AddPart, type TailFormProps } from './tail-part.tsx';
import { useStore } from './use-store.ts';

/** 附注: contacts, disclosure and other notes, each in round brackets (GB/T 9704-2012, 7.3.7). */
export function TailNotes(props: TailFormProps & { tail: Tail }) {
  return (
    <div className="letter-notes">
      <Contacts {...props} />
      <DisclosureLine {...props} />
      <OtherNote {...props} />
    </div>
  );
}

function DisclosureLine({ session, unit, readOnly }: TailFormProps) {
  const { t } = useTranslation('editor');
  const { head } = useStore(session.headAndTail);
  const kind = head.disclosure?.kind;
  if (!kind && readOnly) return null;
  return (
    <div className={kind ? 'letter-note' : 'letter-notes-add'}>
      <PaperChoice
        label={t('tail.disclosure')}
        readOnly={readOnly}
        value={kind ?? ''}
        shown={
          kind ? (
            disclosureNote({ title: [], salutation: [], disclosure: { kind } }, unit.wording)
          ) : (
            <span className="letter-add">
              <IconPlus size={14} />
              {t('tail.noDisclosure')}
            </span>
          )
        }
        onChange={(value) => {
          const next = value as DisclosureKind | '';
          session.changeHead(({ disclosure, ...rest }) =>
            next === '' ? rest : { ...rest, disclosure: { ...disclosure, kind: next } },
          );
        }}
      >
        <option value="">{t('tail.noDisclosure')}</option>
        {disclosureKinds.map((option) => (
          <option key={option} value={option}>
            {t(`tail.disclosureKind.${option}`)}
          </option>
        ))}
      </PaperChoice>
      {kind === 'withheld' && (
        <PaperField
          session={session}
          className="letter-unprinted"
          label={t('tail.disclosureReason')}
          placeholder={t('tail.disclosureReasonHint')}
          readOnly={readOnly}
          value={head.disclosure?.reason ?? ''}
          onChange={(reason) =>
            session.changeHead(
              (before) => (before.disclosure ? { ...before, disclosure: { ...before.disclosure, reason } } : before),
              'reason',
            )
          }
        />
      )}
    </div>
  );
}

function OtherNote({ session, tail, readOnly }: TailFormProps & { tail: Tail }) {
  const { t } = useTranslation('editor');
  const [open, setOpen] = useState(false);
  const text = tail.note ?? '';
  if (text === '' && !open) {
    return readOnly ? null : <AddPart label={t('tail.addNote')} onAdd={() => setOpen(true)} />;
  }
  return (
    <div className="letter-note">
      {'（'}
      <PaperField
        session={session}
        name="note"
        label={t('tail.note')}
        placeholder={t('tail.noteHint')}
        readOnly={readOnly}
        value={text}
        autoFocus={open}
        onBackspaceWhenEmpty={() => setOpen(false)}
        onChange={(note) =>
          session.changeTail(({ note: _before, ...rest }) => (note === '' ? rest : { ...rest, note }), 'note')
        }
      />
      {'）'}
    </div>
  );
}
