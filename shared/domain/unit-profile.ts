import type { UnitSettings } from './unit-settings.ts';

/** Settings to start from, shipped in `resources/profiles` (a file of unit settings with a name). Invented places. */
export interface UnitProfile {
  id: string;
  name: string;
  description: string;
  unit: UnitSettings;
}

/**
 * The habits of a profile with the names of one's own: what a unit is called, its 代字 and its people never come from
 * an example.
 */
export function applyProfile(own: UnitSettings, profile: UnitSettings): UnitSettings {
  const { fullName, shortName, selfName, docCode, docCodes, contact, leader, fileNamePattern } = own;
  return {
    ...profile,
    fullName,
    shortName,
    selfName: fullName === '' ? profile.selfName : selfName,
    docCode,
    docCodes,
    contact: { ...contact, role: profile.contact.role },
    leader: { ...leader, role: profile.leader.role },
    approvers: profile.approvers.map(({ step }) => ({
      step,
      name: own.approvers.find((known) => known.step === step)?.name ?? '',
    })),
    fileNamePattern,
  };
}
