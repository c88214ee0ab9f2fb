import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { printedCategory, printedDocNumber } from '#shared/document/printed.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { Form } from '#shared/domain/form.ts';
import { categoriesFor, docCodeFor } from '#shared/domain/unit-for-case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession } from '../api.ts';
import { AddRareField, RareFieldInput, useRareFields, type RareField } from './head-fields.tsx';
import { Issuer, RedRule } from './issuer.tsx';
import { PaperChoice } from './paper-choice.tsx';
import { PaperField } from './paper-field.tsx';
import { readDocNumber } from './printed-input.ts';
import { useStore } from './use-store.ts';

interface HeadFormProps {
  session: LetterSession;
  unit: UnitSettings;
  form: Form;
  caseFacts: Pick<CaseFacts, 'kind' | 'role'>;
  readOnly: boolean;
}

/** Above the title: every part where the form in use prints it, in reading order. */
export function HeadForm(props: HeadFormProps) {
  const { t } = useTranslation('editor');
  const { form, unit } = props;
  const rare = useRareFields(props);
  const kind = form.head?.kind ?? 'none';
  const place = unit.categoryPlace;
  const field = (name: RareField) => <RareFieldInput key={name} {...props} name={name} state={rare} />;
  const shown = (...names: RareField[]) => names.filter((name) => rare.shown.includes(name)).map(field);
  const notices = shown('copyNumber', 'secrecy', 'urgency');
  const signer = shown('signer');
  const number = <DocNumber key="number" {...props} />;
  const category = <Category key="category" {...props} />;
  const add = <AddRareField key="add" state={rare} />;
  const inBlock = place === 'left-block';
  const atNumber = place === 'after-number';
  const corner = !inBlock && !atNumber && category;

  const rows = (left: ReactNode, right: ReactNode) => (
    <div className="letter-head-rows">
      <div className="letter-head-left">{left}</div>
      <div className="letter-head-right">{right}</div>
    </div>
  );
  const numberLine = (
    <span key="number-line" className="letter-number-line">
      {number}
      {atNumber && category}
    </span>
  );
  return (
    <div
      className="letter-head"
      role="group"
      aria-label={t('paper.head')}
      data-form={kind}
      data-preprinted={form.isPreprinted}
      data-category-place={place}
    >
      {form.head?.kind === 'letter' && (
        <>
          <Issuer {...props} head={form.head} />
          <RedRule rule={form.head.rule} className="letter-rule-head" />
          {rows(
            <>
              {notices}
              {inBlock ? [category, ...signer, number] : <Unprinted>{signer}</Unprinted>}
              {add}
            </>,
            !inBlock && (
              <>
                {numberLine}
                {corner}
              </>
            ),
          )}
        </>
      )}
      {form.head?.kind === 'red-head' && (
        <>
          <div className="letter-corners">
            {rows(
              <>
                {notices}
                {inBlock && category}
                {add}
              </>,
              corner,
            )}
          </div>
          <Issuer {...props} head={form.head} />
          <div className="letter-red-number" data-signed={signer.length > 0}>
            {numberLine}
            {signer}
          </div>
          <RedRule rule={form.head.rule} className="letter-rule-head" />
        </>
      )}
      {form.head === null &&
        rows(
          <>
            {inBlock ? (
              [category, ...signer, number, add]
            ) : (
              <span className="letter-number-line">
                {numberLine}
                {add}
              </span>
            )}
            <Unprinted>{inBlock ? notices : [...notices, ...signer]}</Unprinted>
          </>,
          corner,
        )}
    </div>
  );
}

/** What this form has no place for stays to be seen and changed, in the type of the window. */
function Unprinted({ children }: { children: ReactNode[] }) {
  const { t } = useTranslation('editor');
  if (children.length === 0) return null;
  return (
    <span className="letter-not-in-form">
      {children}
      <span>{t('head.notPrinted')}</span>
    </span>
  );
}

function DocNumber({ session, unit, caseFacts, readOnly }: HeadFormProps) {
  const { t } = useTranslation('editor');
  const { head } = useStore(session.headAndTail);
  const [year] = useState(() => new Date().getFullYear());
  const code = docCodeFor(unit, caseFacts);
  return (
    <PaperField
      session={session}
      className="letter-doc-number"
      name="docNumber"
      label={t('head.docNumber')}
      placeholder={t('head.docNumberHint')}
      hint={t('head.docNumberHow', { code: code || t('head.docCode'), year })}
      readOnly={readOnly}
      value={printedDocNumber({ title: [], salutation: [], ...head })}
      onChange={(text) =>
        session.changeHead(
          ({ docNumber: _number, docNumberText: _text, ...rest }) => ({
            ...rest,
            ...readDocNumber(text, { code, year }),
          }),
          'docNumber',
        )
      }
    />
  );
}

function Category({ session, unit, caseFacts, readOnly }: HeadFormProps) {
  const { t } = useTranslation('editor');
  const { head } = useStore(session.headAndTail);
  const mark = head.category ?? '';
  const categories = categoriesFor(unit, caseFacts);
  const place = unit.categoryPlace;
  const atTitle = mark !== '' && (place === 'under-title' || place === 'in-title');
  return (
    <span className="letter-category-line">
      <PaperChoice
        className="letter-category"
        label={t('head.category')}
        readOnly={readOnly}
        value={mark}
        shown={
          printedCategory({ title: [], salutation: [], category: mark }, unit.wording) ||
          (readOnly ? '' : t('head.noCategory'))
        }
        onChange={(category) =>
          session.changeHead(({ category: _before, ...rest }) => (category === '' ? rest : { ...rest, category }))
        }
      >
        <option value="">{t('head.noCategory')}</option>
        {mark !== '' && !categories.some((known) => known.mark === mark) && <option value={mark}>{mark}</option>}
        {categories.map((known) => (
          <option key={known.mark} value={known.mark}>
            {t('head.categoryOption', known)}
          </option>
        ))}
      </PaperChoice>
      {atTitle && <span className="letter-unprinted">{t(`head.printed.${place}`)}</span>}
    </span>
  );
}
