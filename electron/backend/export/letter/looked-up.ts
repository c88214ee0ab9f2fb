import { printedCategory } from '#shared/document/printed.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { namesInTitle } from '#shared/document/title-lines.ts';
import type { Form } from '#shared/domain/form.ts';
import type { LetterOptions } from './options.ts';
import { layPage, type PageLayout } from './page-layout.ts';

/** A letter with what several of its parts ask for. */
export interface LookedUp {
  document: ReplyDocument;
  options: LetterOptions;
  /** As this letter can have it: a head without a name is left out whole, its rules too. */
  form: Form;
  page: PageLayout;
  /** Names for the head; empty when nothing is known. */
  issuers: string[];
  /** Names that a line of a title never parts. */
  names: string[];
  /** With the words the unit prints around it, or ''. */
  category: string;
}

export function lookUp(document: ReplyDocument, options: LetterOptions): LookedUp {
  const issuers = issuerNames(document, options);
  return {
    document,
    options,
    form: printedForm(options.form, issuers),
    page: layPage(options),
    issuers,
    names: namesInTitle(document, options.unit, options.caseFacts),
    category: printedCategory(document.head, options.unit.wording),
  };
}

/**
 * What the letter says, else the units that sign it where the form wants all of them, else the own unit, else (a letter
 * converted without a store) the unit that signs first.
 */
function issuerNames({ head, tail }: ReplyDocument, { unit, form }: LetterOptions): string[] {
  const signing = tail.units.filter((name) => name !== '');
  const written = (head.issuer ?? '').split('\n').filter((name) => name !== '');
  const known = written.length > 0 ? written : signing.length > 1 ? signing : [];
  if (known.length > 0) return form.head?.issuer.joint === 'all' ? known : known.slice(0, 1);
  return [unit.fullName, ...signing].filter((name) => name !== '').slice(0, 1);
}

function printedForm(form: Form, issuers: readonly string[]): Form {
  if (form.head === null || form.isPreprinted || issuers.length > 0) return form;
  return { ...form, head: null, footRule: null, isFirstPageNumbered: true };
}
