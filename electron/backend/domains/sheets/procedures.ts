import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DomainHandlers } from '#backend/context.ts';
import type { sheetProcedures } from '#shared/contract/sheets.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { ReadDb } from '#backend/db/driver.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import { letterFileName, planTargets, refuseExisting, writeTarget, type Target } from '#backend/export/targets.ts';
import type { WrittenFiles } from '#backend/files/written-files.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { layOutSheet, type SheetPrint } from '#backend/export/sheets/layout.ts';
import { sheetPicture } from '#backend/export/sheets/picture.ts';
import { createSheets } from '#backend/formats/sheets.ts';
import { createSheetWriters } from '#backend/export/sheets/writers.ts';
import { itemFailure, type Failure } from '#backend/failure.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { sheetFormats, type SheetFormat, type SheetPrintOptions } from '#shared/contract/sheets.ts';
import type { ExportedFile } from '#shared/contract/exports.ts';
import type { SheetField } from '#shared/domain/sheet-text.ts';
import { sheetValues } from '#shared/domain/sheet-values.ts';
import {
  possibleRecipients,
  sheetFiles,
  sheetLetter,
  type LetterOfSheet,
  type SheetFile,
} from '#backend/export/sheets/letters.ts';
import { copySheet, ownSheetsFolder } from '#backend/formats/own-sheets.ts';
import { fieldsOfSheet, sheetSummary } from '#backend/export/sheets/summary.ts';

/** Filled in for each recipient or step, or a matter of course: nothing to be told about the letter. */
const untold = new Set<SheetField>([
  '环节',
  '环节姓名',
  '收件人',
  '收件人称谓',
  '收件地址',
  '收件邮编',
  '寄件地址',
  '寄件邮编',
  '案件类型',
  '案件简称',
  '称谓',
  // Of no use without a reason to withhold.
  '不公开理由',
]);

/** Boxes to tick are known when one is ticked. */
function toldField(field: SheetField): SheetField {
  return field === '类别选项' ? '类别' : field;
}

export function createSheetsDomain(
  { host, logger, paths, fontFolders, ids }: Ground,
  services: { documents: DocumentsService; settings: SettingsService; writtenFiles: WrittenFiles },
): Domain<keyof typeof sheetProcedures> {
  const { documents, settings, writtenFiles } = services;
  /** Where the unit keeps its own. */
  const ownFolder = ownSheetsFolder(paths.data);
  const sheets = createSheets({ shipped: join(paths.resources, 'sheets'), own: ownFolder });
  const writers = createSheetWriters({ resourcesFolder: paths.resources, fontFolders });

  function lettersOf(db: ReadDb, documentIds: readonly string[]): LetterOfSheet[] {
    const unit = settings.unit(db);
    const person = settings.profile(db).name;
    return documentIds.map((id) => {
      const { document, caseFacts } = documents.read(db, id);
      const name = letterFileName(unit.fileNamePattern, document, caseFacts);
      return { id, name, document, caseFacts, unit, person };
    });
  }

  function plan(
    db: ReadDb,
    input: { sheetId: string; documentIds: string[]; formats: SheetFormat[] },
  ): (Target<SheetFile> & { format: SheetFormat })[] {
    const folder = settings.exportFolder(db);
    if (folder === null) throw new DafuError('FORBIDDEN', { rule: 'exports.folderMissing' });
    const files = sheetFiles(sheets.get(input.sheetId), lettersOf(db, input.documentIds));
    const named = files.map((file) => ({ id: file, name: file.name }));
    const formats = sheetFormats.filter((format) => input.formats.includes(format));
    return planTargets(folder, named, formats).map((target) => ({ ...target, format: sheetFormat(target.format) }));
  }

  const handlers: DomainHandlers<keyof typeof sheetProcedures> = {
    'sheets.list'() {
      const { sheets: all, broken } = sheets.list();
      return { sheets: all.map(({ sheet, isOwn }) => sheetSummary(sheet, isOwn)), broken };
    },
    async 'sheets.copy'({ sheetId }) {
      const path = copySheet(sheets.get(sheetId), ownFolder, ids());
      await host.revealFile({ path });
      return { path };
    },
    'sheets.fields'({ sheetId, documentIds }, { db }) {
      const sheet = sheets.get(sheetId);
      const asked = fieldsOfSheet(sheet).filter((field) => !untold.has(field));
      const fields = [...new Set(asked.map(toldField))];
      return {
        letters: lettersOf(db, documentIds).map(({ id, document, caseFacts, unit, person }) => {
          const { values } = sheetValues(document, caseFacts, unit, person);
          return {
            documentId: id,
            title: values.标题,
            fields: fields.map((name) => ({ name, value: values[name] })),
            members: possibleRecipients(sheet, caseFacts),
          };
        }),
      };
    },
    'sheets.picture'({ sheetId, documentIds, print }, { db }) {
      const sheet = sheets.get(sheetId);
      const { labels } = sheetSummary(sheet, false);
      // Labels share pages, and one letter has at least one; of other sheets the first letter shows how they look.
      const shown = documentIds.slice(0, Math.max(1, labels));
      const letters = lettersOf(db, shown).map((letter) => sheetLetter(sheet, letter, print.recipients));
      const picture = sheetPicture(layOutSheet(sheet, letters, printOf(print)));
      const wanted = print.labelsUsed + (print.recipients?.length ?? 0);
      return labels > 0 && shown.length < documentIds.length
        ? { ...picture, pages: Math.ceil(wanted / labels) }
        : picture;
    },
    'sheets.plan'(input, { db }) {
      const files = plan(db, input).map(({ id, format, name, exists }) => ({
        documentId: firstId(id),
        format,
        name,
        exists,
      }));
      return { files };
    },
    async 'sheets.run'({ overwrite, print, ...input }, context) {
      const targets = plan(context.db, input);
      if (!overwrite) refuseExisting(targets);
      const sheet = sheets.get(input.sheetId);
      const { layout } = settings.unit(context.db);
      const files: ExportedFile[] = [];
      const failed: { documentId: string; format: SheetFormat; error: Failure }[] = [];
      const cut = new Set<string>();
      for (const [index, target] of targets.entries()) {
        context.progress({ done: index, total: targets.length, label: target.name });
        // Lets a cancel in: making a sheet does not yield.
        await setImmediate();
        context.signal.throwIfAborted();
        const { format, path } = target;
        const documentId = firstId(target.id);
        try {
          const letters = target.id.letters.map((letter) => sheetLetter(sheet, letter, print.recipients));
          const laidOut = layOutSheet(sheet, letters, printOf(print));
          const { bytes, substitutions } = await writers.write(format, laidOut, layout);
          writeTarget(target, bytes, overwrite, ids());
          const fileId = ids();
          writtenFiles.add(fileId, path);
          files.push({ documentId, format, path, fileId, bytes: bytes.length, substitutions });
          for (const text of laidOut.cut) cut.add(text);
        } catch (error) {
          failed.push({ documentId, format, error: itemFailure(error, logger, 'sheet.failed') });
        }
      }
      context.progress({ done: targets.length, total: targets.length, label: '' });
      return { files, failed, cut: [...cut] };
    },
  };
  return { service: null, handlers };
}

function printOf({ sender, labelsUsed, isPreprinted }: SheetPrintOptions): SheetPrint {
  return { sender, firstLabel: labelsUsed, isPreprinted };
}

/** A file of several letters is known by the first. */
function firstId(file: SheetFile): string {
  return file.letters[0]?.id ?? '';
}

function sheetFormat(format: string): SheetFormat {
  return format === 'pdf' ? 'pdf' : 'docx';
}
