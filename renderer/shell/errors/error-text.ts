import type { TFunction } from 'i18next';
import type { ErrorCode, ErrorDetails } from '#shared/contract/errors.ts';
import { systemReasonWord } from '#shared/contract/system-reason.ts';
import type { Refusal } from '#shared/contract/exports.ts';
import { assertNever } from '#shared/lib/assert.ts';
import { formats } from '../../i18n/format.ts';

/** What the person can do about an error, each offered as a button by `ErrorActions`. */
export type ErrorAction = 'retry' | 'openDataFolder' | 'copyIncident';

export interface ErrorText {
  what: string;
  why: string;
  todo: string;
  actions: readonly ErrorAction[];
}

/** A code with the details of that code. */
export type AnyError = { [C in ErrorCode]: { code: C; details: ErrorDetails<C> } }[ErrorCode];

/** Errors inside results (`failed`, `refused`, `problem`) have untyped details; the code says what they are. */
export function asTyped(error: { code: ErrorCode; details: unknown }): AnyError {
  return error as AnyError;
}

/** What failed, why, and what to do about it, in the person's language. */
export function errorText(t: TFunction<'errors'>, error: AnyError): ErrorText {
  const text = (values: Record<string, string | number>, actions: readonly ErrorAction[], why?: string): ErrorText => ({
    what: t(`${error.code}.what`, values),
    why: why ?? t(`${error.code}.why`, values),
    todo: t(`${error.code}.todo`, values),
    actions,
  });
  switch (error.code) {
    // The issues of these two are for technicians, in English; the log has them under the incident.
    case 'VALIDATION_FAILED':
      return text({}, ['copyIncident']);
    case 'NOT_FOUND':
      return text({ what: thing(t, error.details.what) }, []);
    case 'CONFLICT':
      return text({ what: thing(t, error.details.what) }, ['retry']);
    case 'FORBIDDEN':
      return text({}, [], rule(t, error.details.rule));
    case 'DATA_FOLDER_UNUSABLE':
      return text({ path: error.details.path, reason: systemReason(t, error.details.reason) }, [
        'retry',
        'openDataFolder',
      ]);
    case 'DATABASE_READONLY':
    case 'DATABASE_LOCKED':
    case 'DISK_FULL':
      return text({ path: error.details.path }, ['retry', 'openDataFolder']);
    case 'DATABASE_MISSING':
      return text({ path: error.details.path }, ['openDataFolder', 'retry']);
    case 'DATABASE_CORRUPT':
      if (isBackup(error.details.path)) {
        return {
          what: t('damagedBackup.what'),
          why: t('damagedBackup.why', { path: error.details.path }),
          todo: t('damagedBackup.todo'),
          actions: [],
        };
      }
      return text({ path: error.details.path }, ['openDataFolder', 'copyIncident']);
    case 'DATABASE_FROM_FUTURE':
      return text(
        { path: error.details.path, database: error.details.databaseVersion, app: error.details.appVersion },
        ['openDataFolder'],
      );
    case 'MIGRATION_FAILED':
      return text({ path: error.details.path, version: error.details.version }, [
        'retry',
        'openDataFolder',
        'copyIncident',
      ]);
    case 'PATH_UNAVAILABLE':
      return text({ path: error.details.path, reason: systemReason(t, error.details.reason) }, ['retry']);
    case 'FILE_EXISTS':
      return text({ path: error.details.path }, []);
    case 'IMPORT_UNSUPPORTED':
      return text({ name: named(t, error.details.name) }, [], importReason(t, error.details.reason));
    case 'IMPORT_ALTERED':
      return text(error.details, []);
    case 'IMPORT_TOO_LARGE':
      return text(
        {
          name: named(t, error.details.name),
          limit: limitName(t, error.details.limit),
          actual: limitValue(error.details.limit, error.details.actual),
          allowed: limitValue(error.details.limit, error.details.allowed),
        },
        [],
      );
    case 'DOCUMENT_INVALID':
      return text({}, ['copyIncident']);
    case 'DOCUMENT_FROM_FUTURE':
      return text({ schema: error.details.schema }, []);
    // A form is mended by whoever changed it, so this one names its places.
    case 'FORM_INVALID':
    case 'SHEET_INVALID':
      return text({ name: error.details.name, issues: error.details.issues.join('; ') }, ['copyIncident']);
    // So are the settings of a unit by whoever wrote the file.
    case 'UNIT_SETTINGS_INVALID':
      return text({ name: unitFile(t, error.details.name), issues: error.details.issues.join('; ') }, ['copyIncident']);
    case 'UNIT_SETTINGS_FROM_FUTURE':
      return text({ name: unitFile(t, error.details.name), schema: error.details.schema }, []);
    case 'REVIEW_OPEN': {
      const { title, ...counts } = error.details;
      return text({ title: titled(t, title), ...counts }, []);
    }
    case 'PUBLICATION_REFUSED':
      return text({ title: titled(t, error.details.title) }, [], refusalText(t, error.details));
    case 'EXPORT_FAILED':
      return text({ format: error.details.format.toUpperCase() }, ['retry', 'copyIncident']);
    case 'NO_PRINTER':
      return text({}, ['retry']);
    case 'PRINT_FAILED':
      return text({ message: error.details.message }, ['retry']);
    case 'HOST_CAPABILITY_MISSING':
      return text({}, ['copyIncident']);
    case 'PACKAGE_TAMPERED':
      return text({ name: error.details.name }, []);
    case 'CANCELLED':
      return text({}, []);
    case 'BACKEND_LOST':
      return text({}, ['retry']);
    case 'INTERNAL':
      return text({}, ['retry', 'copyIncident']);
    default:
      return assertNever(error);
  }
}

/** A damaged backup harms nothing that is in use, so the ways out of a damaged store do not fit. */
function isBackup(path: string): boolean {
  return /[\\/]backups[\\/][^\\/]+$/.test(path);
}

function titled(t: TFunction<'errors'>, title: string): string {
  return title === '' ? t('refusal.untitled') : title;
}

/** Why a letter may not be published. */
export function refusalText(t: TFunction<'errors'>, { why, reason }: Refusal): string {
  if (why === 'secret') return t('refusal.secret', { reason });
  return reason === '' ? t('refusal.withheld') : t('refusal.withheldBecause', { reason });
}

function named(t: TFunction<'errors'>, name: string): string {
  return name === '' ? t('pastedText') : name;
}

function unitFile(t: TFunction<'errors'>, name: string): string {
  return name === '' ? t('storedUnitSettings') : name;
}

const things = [
  'document',
  'case',
  'template',
  'version',
  'backup',
  'exportedFile',
  'finding',
  'droppedFile',
  'importReport',
  'form',
] as const;
function thing(t: TFunction<'errors'>, what: string): string {
  const known = things.find((candidate) => candidate === what);
  return t(known === undefined ? 'thing.other' : `thing.${known}`);
}

function systemReason(t: TFunction<'errors'>, reason: string): string {
  return t(`system.${systemReasonWord(reason)}`, { reason });
}

const rules = {
  'template.shipped': 'rule.templateShipped',
  'form.shipped': 'rule.formShipped',
  'form.used': 'rule.formUsed',
  'sheets.nobody': 'rule.sheetNobody',
  'documents.purge': 'rule.notTrashed',
  'documents.finished': 'rule.finished',
  'cases.remove': 'rule.caseHasLetters',
  'exports.folderMissing': 'rule.noFolder',
  'app.recover': 'rule.nothingToRecover',
  'host.openFolder': 'rule.host',
  'host.openPath': 'rule.host',
  'host.revealFile': 'rule.host',
} as const;
function rule(t: TFunction<'errors'>, name: string): string {
  return t(name in rules ? rules[name as keyof typeof rules] : 'rule.other', { name });
}

const reasons = [
  'empty',
  'binary',
  'encoding',
  'doc',
  'pdf',
  'rtf',
  'clipboardRtf',
  'clipboardFiles',
  'wps',
  'odt',
  'ofd',
  'spreadsheet',
  'presentation',
  'ole',
  'archive',
  'image',
  'executable',
  'xml',
  'encoded',
  'zip',
  'not-a-zip',
  'not-a-file',
  'no-document',
  'damaged',
  'encrypted',
  'macro',
  'zip-bomb',
  'dtd',
  'duplicate-part',
  'not-json',
  'not-a-template',
  'not-unit-settings',
  'timeout',
  'out-of-memory',
  'not-a-draft',
  'template',
] as const;
function importReason(t: TFunction<'errors'>, reason: string): string {
  const known = reasons.find((candidate) => candidate === reason);
  return known === undefined ? t('importReason.other', { reason }) : t(`importReason.${known}`);
}

const limitNames = [
  'bytes',
  'characters',
  'paragraphs',
  'cells',
  'lineCharacters',
  'nesting',
  'elements',
  'parts',
] as const;
function limitName(t: TFunction<'errors'>, limit: string): string {
  return t(`limit.${limitNames.find((known) => known === limit) ?? 'other'}`);
}

function limitValue(limit: string, value: number): string {
  return limit === 'bytes' ? formats().bytes(value) : formats().number(value);
}
