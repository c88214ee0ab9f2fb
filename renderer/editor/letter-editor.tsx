import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterEditorProps } from './api.ts';
import { internalsOf } from './session/letter-session.ts';
import { HeadForm } from './paper/head-form.tsx';
import './paper/letter.css';
import './paper/letter-forms.css';
import { TailForm } from './paper/tail-form.tsx';
import { useStore } from './paper/use-store.ts';

/** One letter on paper. The component only shows the session: mounting it twice or anew loses nothing. */
export function LetterEditor({ session, zoom, dimmedPaper = false, unit }: LetterEditorProps) {
  const { t, i18n } = useTranslation('editor');
  const { readOnly } = useStore(session.selection);
  const { editor, navigation, setFormPart, setPlaceholders } = internalsOf(session);
  const head = useRef<HTMLDivElement>(null);
  const tail = useRef<HTMLDivElement>(null);

  useEffect(() => {
    setPlaceholders({
      title: t('placeholder.title'),
      salutation: t('placeholder.salutation'),
      body: t('placeholder.body'),
      roles: {
        opening: t('role.opening'),
        progress: t('role.progress'),
        plan: t('role.plan'),
        closing: t('role.closing'),
        other: t('role.other'),
        attachment: t('role.attachment'),
      },
      pageBreak: t('bar.pageBreak'),
      fields: {
        caseTitle: t('field.caseTitle'),
        caseNumber: t('field.caseNumber'),
        session: t('field.session'),
        members: t('field.members'),
        coUnits: t('field.coUnits'),
        hostUnit: t('field.hostUnit'),
        unitFullName: t('field.unitFullName'),
        unitShortName: t('field.unitShortName'),
        unitSelfName: t('field.unitSelfName'),
      },
    });
  }, [setPlaceholders, t, i18n.language]);

  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      editor.setRootElement(element);
    },
    [editor],
  );

  useEffect(() => {
    navigation.setForms({ head: head.current, tail: tail.current });
    return () => navigation.setForms({ head: null, tail: null });
  }, [navigation]);

  return (
    <div className="letter-canvas" data-letter-canvas data-dimmed={dimmedPaper}>
      <div className="letter-paper" style={{ zoom }}>
        <div ref={head} onFocus={() => setFormPart('head')}>
          <HeadForm session={session} unit={unit} readOnly={readOnly} />
        </div>
        <div
          ref={attach}
          className="letter-text"
          contentEditable={!readOnly}
          suppressContentEditableWarning
          role="textbox"
          aria-multiline
          aria-label={t('paper.label')}
          aria-readonly={readOnly}
          lang="zh-CN"
          spellCheck={false}
          onFocus={() => setFormPart(null)}
        />
        <div ref={tail} onFocus={() => setFormPart('tail')}>
          <TailForm session={session} unit={unit} readOnly={readOnly} />
        </div>
      </div>
    </div>
  );
}
