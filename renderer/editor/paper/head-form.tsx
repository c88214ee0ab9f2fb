import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { printedDocNumber } from '#shared/document/printed.ts';
import type { LetterSession } from '../api.ts';
import { PaperChoice } from './paper-choice.tsx';
import { PaperField } from './paper-field.tsx';
import { readDocNumber } from './printed-input.ts';
import { useStore } from './use-store.ts';

interface HeadFormProps {
  session: LetterSession;
  unit: UnitSettings;
  readOnly: boolean;
}

/** Above the title: category on the left, document number on the right. */
export function HeadForm({ session, unit, readOnly }: HeadFormProps) {
  const { t } = useTranslation('editor');
  const { head } = useStore(session.headAndTail);
  const [year] = useState(() => new Date().getFullYear());
  const known = unit.categories.proposal.some(({ mark }) => mark === head.category);
  return (
    <div className="letter-head" role="group" aria-label={t('paper.head')}>
      <PaperChoice
        className="letter-category"
        label={t('head.category')}
        readOnly={readOnly}
        value={head.category ?? ''}
        shown={head.category || (readOnly ? '' : t('head.noCategory'))}
        onChange={(category) =>
          session.changeHead(({ category: _before, ...rest }) => (category === '' ? rest : { ...rest, category }))
        }
      >
        <option value="">{t('head.noCategory')}</option>
        {head.category !== undefined && head.category !== '' && !known && (
          <option value={head.category}>{head.category}</option>
        )}
        {unit.categories.proposal.map(({ mark, meaning }) => (
          <option key={mark} value={mark}>
            {t('head.categoryOption', { mark, meaning })}
          </option>
        ))}
      </PaperChoice>
      {head.signer !== undefined && (
        <label className="letter-signer">
          {t('head.signer')}：
          <PaperField
            session={session}
            name="signer"
            label={t('head.signer')}
            value={head.signer}
            readOnly={readOnly}
            onChange={(signer) => session.changeHead((before) => ({ ...before, signer }), 'signer')}
          />
        </label>
      )}
      <PaperField
        session={session}
        className="letter-doc-number"
        name="docNumber"
        label={t('head.docNumber')}
        placeholder={t('head.docNumberHint', { code: unit.docCode || t('head.docCode'), year })}
        readOnly={readOnly}
        value={printedDocNumber({ title: [], salutation: [], ...head })}
        onChange={(text) =>
          session.changeHead(
            ({ docNumber: _number, docNumberText: _text, ...rest }) => ({
              ...rest,
              ...readDocNumber(text, { code: unit.docCode, year }),
            }),
            'docNumber',
          )
        }
      />
    </div>
  );
}
