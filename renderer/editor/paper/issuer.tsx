import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tail } from '#shared/document/schema.ts';
import type { Form, FormHead, FormRule } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession } from '../api.ts';
import { PaperField } from './paper-field.tsx';
import { issuerNames, issuerSize } from './printed-head.ts';
import { useStore } from './use-store.ts';

interface IssuerProps {
  session: LetterSession;
  unit: UnitSettings;
  form: Form;
  head: FormHead;
  readOnly: boolean;
}

/** 发文机关标志: the own unit's name until the letter says another. A letter of several units names one a line. */
export function Issuer({ session, unit, form, head: formHead, readOnly }: IssuerProps) {
  const { t } = useTranslation('editor');
  const { head, tail } = useStore(session.headAndTail);
  const { suffix, joint } = formHead.issuer;
  const [adding, setAdding] = useState(false);
  const names = issuerNames(head, tail, unit, form);
  const shown = adding || names.length === 0 ? [...names, ''] : names;
  const size = issuerSize(
    shown.map((name) => name || t('head.issuer')),
    formHead.issuer,
  );
  const fixed = readOnly || form.isPreprinted;
  const write = (next: string[], group?: string) =>
    session.changeHead(({ issuer: _before, ...rest }) => {
      const issuer = next.filter((name) => name !== '').join('\n');
      return issuer === '' || issuer === usual(tail, unit, form) ? rest : { ...rest, issuer };
    }, group);
  return (
    <div
      className="letter-issuer"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setAdding(false);
      }}
      data-joint={shown.length > 1}
      style={{ '--issuer': `${size}pt` } as CSSProperties}
    >
      <span className="letter-issuer-names">
        {shown.map((name, index) => (
          // Names have no id; their place is all that tells them apart.
          <PaperField
            key={index}
            session={session}
            name={index === 0 ? 'issuer' : `issuer ${index}`}
            label={t('head.issuerOf', { number: index + 1 })}
            placeholder={t('head.issuer')}
            readOnly={fixed}
            value={name}
            autoFocus={adding && index === names.length}
            onEnter={() => setAdding(joint === 'all')}
            onBackspaceWhenEmpty={() => setAdding(false)}
            onChange={(text) => {
              if (text !== '' && index === names.length) setAdding(false);
              write(shown.with(index, text), `issuer ${index}`);
            }}
          />
        ))}
      </span>
      {suffix !== '' && <span className="letter-issuer-suffix">{suffix}</span>}
    </div>
  );
}

/** What stands there while the letter itself says nothing. */
function usual(tail: Tail, unit: UnitSettings, form: Form): string {
  return issuerNames({}, tail, unit, form).join('\n');
}

/** A red rule of one stroke or two, centred on the type area. */
export function RedRule({ rule, className }: { rule: FormRule; className: string }) {
  const strokes = rule.strokes.map((weight, index) => (
    <span key={index} style={{ height: `${weight}mm`, marginTop: index > 0 ? `${rule.space}mm` : 0 }} />
  ));
  return (
    <div className={`letter-rule ${className}`} style={{ width: `${rule.length}mm` }} aria-hidden>
      {strokes}
    </div>
  );
}
