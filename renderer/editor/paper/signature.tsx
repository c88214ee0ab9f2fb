import { Button, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printedDate } from '#shared/document/printed.ts';
import type { Tail } from '#shared/document/schema.ts';
import type { LetterSession } from '../api.ts';
import { PaperField } from './paper-field.tsx';
import { readDate, today } from './printed-input.ts';
import { AddPart, type TailFormProps } from './tail-part.tsx';

/** 署名 and 成文日期, placed by the rule for letters with or without a seal (GB/T 9704-2012, 7.3.5.1, 7.3.5.2). */
export function Signature({ session, unit, tail, readOnly }: TailFormProps & { tail: Tail }) {
  const { t } = useTranslation('editor');
  const units = tail.units.length > 0 ? tail.units : [''];
  const setUnits = (change: (units: string[]) => string[], group?: string) =>
    session.changeTail((before) => ({ ...before, units: change(before.units) }), group);
  return (
    <div className="letter-signature" data-seal={tail.seal ?? unit.seal}>
      <div className="letter-signature-lines">
        {units.map((name, index) => (
          // Units have no id; their place is all that tells them apart.
          <div className="letter-unit" data-long={isLong(name, tail)} key={index}>
            <PaperField
              session={session}
              name={`unit ${index}`}
              label={t('tail.unit', { number: index + 1 })}
              placeholder={t('tail.unitHint')}
              readOnly={readOnly}
              value={name}
              onEnter={() => setUnits((before) => before.toSpliced(index + 1, 0, ''))}
              onBackspaceWhenEmpty={() => setUnits((before) => before.toSpliced(index, 1))}
              onChange={(text) => setUnits((before) => replaceAt(before, index, text), `unit ${index}`)}
            />
          </div>
        ))}
        <DateLine session={session} tail={tail} readOnly={readOnly} />
      </div>
      {!readOnly && tail.units.length > 0 && (
        <AddPart label={t('tail.addUnit')} onAdd={() => setUnits((before) => [...before, ''])} />
      )}
    </div>
  );
}

/** Centred over the date, four characters from the edge, it would run out of the type area: then it ends at the edge. */
function isLong(name: string, tail: Tail): boolean {
  const dateWidth = [...printedDate(tail)].reduce((sum, char) => sum + (/\d/.test(char) ? 0.5 : 1), 0);
  return [...name].length > Math.max(4, dateWidth) + 8;
}

function replaceAt(units: string[], index: number, text: string): string[] {
  const next = [...units];
  next[index] = text;
  return next.length === 1 && text === '' ? [] : next;
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
