import type { CaseFacts } from '#shared/domain/case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { fillFields } from './fields.ts';
import type { ReplyDocument } from './schema.ts';
import { withFreshIds } from './walk.ts';

/** A new draft: fresh ids, fields filled, and the unit's signature and contact where the template names none. */
export function draftFromTemplate(template: ReplyDocument, facts: CaseFacts, unit: UnitSettings): ReplyDocument {
  const document = fillFields(withFreshIds(template), facts, unit);
  const { tail } = document;
  const units = tail.units.length > 0 || unit.fullName === '' ? tail.units : [unit.fullName];
  const { name, role, phone } = unit.contact;
  const contacts =
    tail.contacts.length > 0 || name === '' ? tail.contacts : [{ name, role, phones: phone === '' ? [] : [phone] }];
  return { ...document, tail: { ...tail, units, contacts, seal: tail.seal ?? unit.seal } };
}
