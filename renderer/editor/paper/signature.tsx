import { Button, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconArrowDown, IconArrowUp, IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printedDate } from '#shared/document/printed.ts';
import type { Tail } from '#shared/document/schema.ts';
import { sealKinds } from '#shared/domain/unit-settings.ts';
import type { LetterSession } from '../api.ts';
import { PaperChoice } from './paper-choice.tsx';
import { PaperField } from './paper-field.tsx';
import { widthInCharacters } from './printed-head.ts';
import { readDate, today } from './printed-input.ts';
import { addSigner, moveSigner, removeSigner, writeSigner } from './signing-units.ts';
import { AddPart, PartAction, RemovePart, type TailFormProps } from './tail-part.tsx';

/**
 * 署名 and 成文日期, placed by the rule for letters with seal, without, and with 签名章 (GB/T 9704-2012, 7.3.5.1 to
 * 7.3.5.3).
 */
export function Signature(props: TailFormProps & { tail: Tail }) {
  const { t } = useTranslation('editor');
  const { session, unit, tail, readOnly } = props;
  const seal = tail.seal ?? unit.seal;
  const units = tail.units.length > 0 ? tail.units : [''];
  return (
    <div className="letter-signature" data-seal={seal} data-joint={units.length > 1}>
      <div className="letter-signature-lines">
        <div className="letter-units">
          {units.map((name, index) => (
            // Units have no id; their place is all that tells them apart.
            <SigningUnit {...props} key={index} name={name} index={index} hasPost={seal === 'name-stamp'} />
          ))}
        </div>
        <DateLine session={session} tail={tail} readOnly={readOnly} />
      </div>
      {!readOnly && (
        <div className="letter-signature-foot">
          <PaperChoice
            className="letter-seal"
            label={t('tail.seal')}
            readOnly={readOnly}
            value={seal}
            shown={t(`tail.sealKind.${seal}`)}
            onChange={(value) => session.changeTail((before) => ({ ...before, seal: value as typeof seal }))}
          >
            {sealKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`tail.sealKind.${kind}`)}
              </option>
            ))}
          </PaperChoice>
          {tail.units.length > 0 && (
            <AddPart
              label={t('tail.addUnit')}
              onAdd={() => session.changeTail((before) => addSigner(before, before.units.length - 1))}
            />
          )}
        </div>
      )}
    </div>
  );
}

interface SigningUnitProps extends TailFormProps {
  tail: Tail;
  name: string;
  index: number;
  /** With 签名章: the post beside it is printed, the unit only where there is no post. */
  hasPost: boolean;
}

function SigningUnit({ session, tail, readOnly, name, index, hasPost }: SigningUnitProps) {
  const { t } = useTranslation('editor');
  const number = index + 1;
  const post = tail.signerPosts?.[index] ?? '';
  const change = (by: (before: Tail) => Tail, group?: string) => session.changeTail(by, group);
  return (
    <div className="letter-unit" data-long={isLong(name, tail)} data-beside={hasPost && post !== ''}>
      <PaperField
        session={session}
        name={`unit ${index}`}
        label={t('tail.unit', { number })}
        placeholder={t('tail.unitHint')}
        readOnly={readOnly}
        value={name}
        onEnter={() => change((before) => addSigner(before, index))}
        onBackspaceWhenEmpty={() => change((before) => removeSigner(before, index))}
        onChange={(text) => change((before) => writeSigner(before, index, { unit: text }), `unit ${index}`)}
      />
      {hasPost && (
        <>
          <PaperField
            session={session}
            className="letter-post"
            name={`post ${index}`}
            label={t('tail.post', { number })}
            placeholder={t('tail.postHint')}
            readOnly={readOnly}
            value={post}
            onChange={(text) => change((before) => writeSigner(before, index, { post: text }), `post ${index}`)}
          />
          <span className="letter-stamp-room" aria-hidden>
            {t('tail.sealKind.name-stamp')}
          </span>
        </>
      )}
      {!readOnly && tail.units.length > 1 && (
        <span className="letter-unit-tools">
          {index > 0 && (
            <PartAction
              label={t('tail.unitUp', { number })}
              onUse={() => change((before) => moveSigner(before, index, -1))}
            >
              <IconArrowUp size={14} aria-hidden />
            </PartAction>
          )}
          {index < tail.units.length - 1 && (
            <PartAction
              label={t('tail.unitDown', { number })}
              onUse={() => change((before) => moveSigner(before, index, 1))}
            >
              <IconArrowDown size={14} aria-hidden />
            </PartAction>
          )}
          <RemovePart
            label={t('tail.removeUnit', { number })}
            onRemove={() => change((before) => removeSigner(before, index))}
          />
        </span>
      )}
    </div>
  );
}

/** Centred over the date, four characters from the edge, it would run out of the type area: then it ends at the edge. */
function isLong(name: string, tail: Tail): boolean {
  return widthInCharacters(name) > Math.max(4, widthInCharacters(printedDate(tail))) + 8;
}

function DateLine({ session, tail, readOnly }: { session: LetterSession; tail: Tail; readOnly: boolean }) {
  const { t } = useTranslation('editor');
  const [open, setOpen] = useState(false);
  const setDate = (value: Pick<Tail, 'date' | 'dateText'>, group?: string) =>
    session.changeTail(({ date: _date, dateText: _text, ...rest }) => ({ ...rest, ...value }), group);
  const pick = (date: string) => {
    setDate({ date });
    setOpen(false);
  };
  return (
    <span className="letter-date" data-damaged={tail.dateText !== undefined && tail.dateText !== ''}>
      <PaperField
        session={session}
        name="date"
        label={t('tail.date')}
        placeholder={t('tail.dateHint')}
        readOnly={readOnly}
        value={printedDate(tail)}
        onChange={(text) => setDate(readDate(text), 'date')}
      />
      {!readOnly && (
        <Popover opened={open} onChange={setOpen} position="bottom-end" withArrow trapFocus returnFocus>
          <Popover.Target>
            <button
              type="button"
              className="letter-pick-date"
              aria-label={t('tail.pickDate')}
              title={t('tail.pickDate')}
              onClick={() => setOpen(!open)}
            >
              <IconCalendar size={16} aria-hidden />
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={tail.date ?? null}
              defaultDate={tail.date ?? today()}
              onChange={(date) => date !== null && pick(date)}
            />
            <Button variant="light" size="xs" fullWidth mt="xs" onClick={() => pick(today())}>
              {t('tail.today')}
            </Button>
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}
