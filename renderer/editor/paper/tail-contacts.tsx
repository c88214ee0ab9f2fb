import { IconPlus, IconTextPlus } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactDetail, Tail } from '#shared/document/schema.ts';
import { PaperField } from './paper-field.tsx';
import { readList } from './printed-input.ts';
import { AddPart, PartAction, RemovePart, type TailFormProps } from './tail-part.tsx';

/** The contacts in round brackets, each with what else is said of it where it is printed. */
export function Contacts({ session, unit, tail, readOnly }: TailFormProps & { tail: Tail }) {
  const { t } = useTranslation('editor');
  const add = () =>
    session.changeTail((before) => ({
      ...before,
      contacts: [
        ...before.contacts,
        {
          role: unit.contact.role === '' ? '联系人' : unit.contact.role,
          name: unit.contact.name,
          phones: readList(unit.contact.phone),
        },
      ],
    }));
  return (
    <>
      {tail.contacts.map((contact, index) => (
        <div className="letter-note" key={index}>
          {'（'}
          <ContactParts session={session} contact={contact} index={index} readOnly={readOnly} />
          {'）'}
          {!readOnly && (
            <>
              <RemovePart
                label={t('tail.removeContact')}
                onRemove={() =>
                  session.changeTail((before) => ({ ...before, contacts: before.contacts.toSpliced(index, 1) }))
                }
              />
              <PartAction
                label={t('tail.addContactDetail')}
                onUse={() =>
                  changeContact(session, index, ({ details = [], ...rest }) => ({
                    ...rest,
                    details: [...details, { label: '传真', text: '' }],
                  }))
                }
              >
                <IconTextPlus size={14} aria-hidden />
              </PartAction>
              <PartAction label={t('tail.addContact')} onUse={add}>
                <IconPlus size={14} aria-hidden />
              </PartAction>
            </>
          )}
        </div>
      ))}
      {!readOnly && tail.contacts.length === 0 && <AddPart label={t('tail.addContact')} onAdd={add} />}
    </>
  );
}

function changeContact(
  session: TailFormProps['session'],
  index: number,
  change: (contact: Contact) => Contact,
  group?: string,
) {
  session.changeTail(
    (before) => ({
      ...before,
      contacts: before.contacts.map((contact, place) => (place === index ? change(contact) : contact)),
    }),
    group === undefined ? undefined : `contact ${index} ${group}`,
  );
}

interface ContactProps {
  session: TailFormProps['session'];
  contact: Contact;
  index: number;
  readOnly: boolean;
}

function ContactParts({ session, contact, index, readOnly }: ContactProps) {
  const { t } = useTranslation('editor');
  const { role = '联系人', name, phones, details = [] } = contact;
  const change = (part: Partial<Contact>, group: string) =>
    changeContact(session, index, (before) => ({ ...before, ...part }), group);
  // A contact without a name (an office number, an address) prints none; a new one asks for it.
  const hasName = name !== undefined || (details.length === 0 && phones.length === 0);
  const hasPhones = hasName || phones.length > 0;
  const detailsAt = (place: ContactDetail['place'], isFirst: boolean) => (
    <Details session={session} contact={contact} index={index} readOnly={readOnly} place={place} isFirst={isFirst} />
  );
  const isBefore = details.some(({ place }) => place === 'before');
  return (
    <>
      {detailsAt('before', true)}
      {hasName && (
        <>
          {isBefore && '；'}
          <PaperField
            session={session}
            label={t('tail.contactRole')}
            readOnly={readOnly}
            value={role}
            onChange={(next) => change({ role: next }, 'role')}
          />
          {'：'}
          <PaperField
            session={session}
            name={`contact ${index} name`}
            label={t('tail.contactName')}
            placeholder={t('tail.contactNameHint')}
            readOnly={readOnly}
            value={name ?? ''}
            onChange={(next) => change({ name: next }, 'name')}
          />
        </>
      )}
      {detailsAt('between', !hasName && !isBefore)}
      {hasPhones && (
        <>
          {hasName || isBefore ? '；联系电话：' : '联系电话：'}
          <PaperField
            session={session}
            name={`contact ${index} phones`}
            label={t('tail.phones')}
            placeholder={t('tail.phonesHint')}
            readOnly={readOnly}
            value={phones.join('、')}
            onChange={(next) => change({ phones: readList(next) }, 'phones')}
          />
        </>
      )}
      {detailsAt(undefined, !hasPhones && !isBefore)}
    </>
  );
}

/** 传真, 地址 and the like of one place in the contact. */
function Details({
  session,
  contact,
  index,
  readOnly,
  place,
  isFirst,
}: ContactProps & { place: ContactDetail['place']; isFirst: boolean }) {
  const { t } = useTranslation('editor');
  const details = contact.details ?? [];
  const shown = details.flatMap((detail, position) => (detail.place === place ? [{ detail, position }] : []));
  const change = (position: number, next: Partial<ContactDetail> | null, group: string) =>
    changeContact(
      session,
      index,
      ({ details: before = [], ...rest }) => {
        const left = before.flatMap((detail, at) =>
          at !== position ? [detail] : next === null ? [] : [{ ...detail, ...next }],
        );
        return left.length > 0 ? { ...rest, details: left } : rest;
      },
      `detail ${position} ${group}`,
    );
  return shown.map(({ detail, position }, order) => (
    <Fragment key={position}>
      {(!isFirst || order > 0) && !(detail.label === '' && /^[（(]/.test(detail.text)) && '；'}
      {detail.label !== '' && (
        <>
          <PaperField
            session={session}
            name={`contact ${index} detail ${position} label`}
            label={t('tail.contactDetailLabel')}
            readOnly={readOnly}
            value={detail.label}
            onChange={(label) => change(position, { label }, 'label')}
          />
          {'：'}
        </>
      )}
      <PaperField
        session={session}
        name={`contact ${index} detail ${position}`}
        label={detail.label === '' ? t('tail.contactDetail') : detail.label}
        placeholder={t('tail.contactDetail')}
        readOnly={readOnly}
        value={detail.text}
        onChange={(text) => change(position, { text }, 'text')}
      />
      {!readOnly && (
        <RemovePart
          label={t('tail.removeContactDetail', { label: detail.label })}
          onRemove={() => change(position, null, 'remove')}
        />
      )}
    </Fragment>
  ));
}
