import { useCallback, useEffect, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { printedCategory } from '#shared/document/printed.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { LetterEditorProps } from './api.ts';
import { TextMenu } from './bars/text-menu.tsx';
import { internalsOf } from './session/letter-session.ts';
import { HeadForm } from './paper/head-form.tsx';
import './paper/letter.css';
import './paper/letter-forms.css';
import './paper/letter-head.css';
import { RedRule } from './paper/issuer.tsx';
import { plainForm, shippedForm } from './paper/shipped-forms.ts';
import { TailForm } from './paper/tail-form.tsx';
import { useStore } from './paper/use-store.ts';
import { useTitleShape } from './paper/use-title-shape.ts';

/** One letter on paper. The component only shows the session: mounting it twice or anew loses nothing. */
export function LetterEditor(props: LetterEditorProps) {
  const { session, zoom, dimmedPaper = false, unit, caseFacts = emptyCaseFacts(), onClipboard } = props;
  const form = props.form ?? shippedForm(unit.form) ?? plainForm;
  const { t, i18n } = useTranslation('editor');
  const { readOnly } = useStore(session.selection);
  const hasAttachmentTexts = useStore(session.attachmentTexts).length > 0;
  const { category } = useStore(session.headAndTail).head;
  const { editor, navigation, setFormPart, setPlaceholders } = internalsOf(session);
  const atTitle = categoryAtTitle(category ?? '', unit);
  const titleShape = useTitleShape(session, unit, caseFacts, atTitle?.place === 'in-title' ? atTitle.text : '');
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
      attachmentTitle: t('tail.attachmentHint'),
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
    const place = tail.current;
    if (!place) return undefined;
    // The room kept free for the tail between the letter and its attachments.
    const observer = new ResizeObserver(() =>
      place.parentElement?.style.setProperty('--tail-height', `${place.offsetHeight}px`),
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    navigation.setForms({ head: head.current, tail: tail.current });
    return () => navigation.setForms({ head: null, tail: null });
  }, [navigation]);

  const text = (
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
  );
  return (
    <div className="letter-canvas" data-letter-canvas data-dimmed={dimmedPaper}>
      <div
        className="letter-paper"
        data-form={form.head?.kind ?? 'none'}
        data-preprinted={form.isPreprinted}
        data-attachments={hasAttachmentTexts}
        data-title-shape={titleShape === null ? undefined : true}
        style={{ zoom, ...titleShape, ...categoryStyle(atTitle) }}
      >
        <div ref={head} onFocus={() => setFormPart('head')}>
          <HeadForm session={session} unit={unit} form={form} caseFacts={caseFacts} readOnly={readOnly} />
        </div>
        {onClipboard ? (
          <TextMenu session={session} onClipboard={onClipboard}>
            {text}
          </TextMenu>
        ) : (
          text
        )}
        <div ref={tail} className="letter-tail-place" onFocus={() => setFormPart('tail')}>
          <TailForm session={session} unit={unit} form={form} readOnly={readOnly} />
        </div>
        {form.footRule && <RedRule rule={form.footRule} className="letter-rule-foot" />}
      </div>
    </div>
  );
}

interface CategoryAtTitle {
  place: 'in-title' | 'under-title';
  text: string;
}

/** The category where the unit has it beside the title. */
function categoryAtTitle(mark: string, unit: UnitSettings): CategoryAtTitle | null {
  const text = printedCategory({ title: [], salutation: [], category: mark }, unit.wording);
  const place = unit.categoryPlace;
  if (text === '' || (place !== 'in-title' && place !== 'under-title')) return null;
  return { place, text: place === 'under-title' || /^（.*）$/.test(text) ? text : `（${text}）` };
}

/** The title is text of the editor: what stands beside it is drawn by the style sheet. */
function categoryStyle(category: CategoryAtTitle | null): CSSProperties {
  return category ? { [`--category-${category.place}`]: JSON.stringify(category.text) } : {};
}
