import type { CaseFacts } from '#shared/domain/case.ts';
import type { LetterKind } from '#shared/domain/template.ts';
import { wordingKindOf, wordingKindOfLetter } from '#shared/domain/unit-for-case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { addressOf, withAddress, type Address } from './address-wording.ts';
import { fillFields } from './fields.ts';
import type { Contact, ReplyDocument } from './schema.ts';
import { withUnitWording } from './unit-wording.ts';
import { withFreshIds } from './walk.ts';

/**
 * A new draft: fresh ids, the unit's wording, fields filled, and the unit's signature, contacts and 抄送 where the
 * template names none.
 *
 * `letter` is the template's kind; absent, what the case asks for. `keepsWords`: the template is the unit's own, and
 * its words go before the unit's general wording.
 */
export function draftFromTemplate(
  template: ReplyDocument,
  facts: CaseFacts,
  unit: UnitSettings,
  { letter = wordingKindOf(facts), keepsWords = false }: { letter?: LetterKind; keepsWords?: boolean } = {},
): ReplyDocument {
  const kind = wordingKindOfLetter(letter, facts);
  const worded = keepsWords ? template : withUnitWording(template, unit, kind, letter);
  // Templates speak to one person, and some serve both kinds of case.
  const written: Address = { kind: letter === 'suggestion' ? 'suggestion' : 'proposal', isPlural: false };
  const to =
    letter === 'collective' || letter === 'opinion' ? { ...addressOf(facts), isPlural: false } : addressOf(facts);
  const document = fillFields(withFreshIds(withAddress(worded, written, to)), facts, unit);
  const { tail } = document;
  const units = tail.units.length > 0 || unit.fullName === '' ? tail.units : [unit.fullName];
  const contacts = tail.contacts.length > 0 ? tail.contacts : unitContacts(unit);
  const copyTo = tail.copyTo.length > 0 ? tail.copyTo : [...unit.copyTo[kind]];
  return { ...document, tail: { ...tail, units, contacts, copyTo, seal: tail.seal ?? unit.seal } };
}

/** 承办负责人 before 经办人, as far as they are named. */
function unitContacts({ leader, contact }: UnitSettings): Contact[] {
  return [leader, contact]
    .filter(({ name }) => name !== '')
    .map(({ name, role, phone }) => ({ name, role, phones: phone === '' ? [] : [phone] }));
}
