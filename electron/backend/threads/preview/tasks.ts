import { treatLetter } from '#backend/export/treatment.ts';
import { createLetterWriters } from '#backend/export/writers.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { newId } from '#shared/lib/ids.ts';
import { createPreviewPages, type PageWish } from '#backend/export/preview/preview-pages.ts';

/** What the thread needs to know before its first task. */
export interface PreviewSetup {
  resourcesFolder: string;
  fontFolders: readonly string[];
}

export interface LetterToDraw {
  /** As text it is read in the thread: a long letter takes a while. */
  document: ReplyDocument | string;
  caseFacts: CaseFacts;
  unit: UnitSettings;
  form: Form;
}

/** Everything the preview thread does; each answers with plain data. */
export interface PreviewTasks {
  /** @throws DafuError EXPORT_FAILED, DOCUMENT_INVALID, DOCUMENT_FROM_FUTURE */
  render(input: { letter: LetterToDraw; wish: PageWish }): Promise<Output<'preview.render'>>;
  pictures(input: Input<'preview.pictures'>): Output<'preview.pictures'>;
}

export function createPreviewTasks({ resourcesFolder, fontFolders }: PreviewSetup): PreviewTasks {
  const writers = createLetterWriters({ resourcesFolder, fontFolders });
  const pages = createPreviewPages(newId);
  return {
    async render({ letter, wish }) {
      const document = typeof letter.document === 'string' ? parseReplyDocument(letter.document) : letter.document;
      const treated = treatLetter({ ...letter, document }, { review: 'accept' });
      return pages.pages(await writers.draw({ ...treated, form: letter.form }, wish.tryTighter), wish);
    },
    pictures: (input) => pages.pictures(input),
  };
}
