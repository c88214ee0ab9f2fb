import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createShippedProfiles } from '#backend/formats/profiles.ts';
import { treatLetter } from '#backend/export/treatment.ts';
import { createLetterWriters } from '#backend/export/writers.ts';
import { draftFromTemplate } from '#shared/document/from-template.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { templateSchema } from '#shared/domain/template.ts';
import { docCodeFor } from '#shared/domain/unit-for-case.ts';
import { changedSettings } from '#shared/domain/unit-setting-index.ts';
import { applyProfile } from '#shared/domain/unit-profile.ts';
import { unitSettingsSchema, defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';

const resources = fileURLToPath(new URL('../../resources/', import.meta.url));
const profiles = createShippedProfiles(join(resources, 'profiles'))();
const writers = createLetterWriters({
  resourcesFolder: resources,
  fontFolders: [],
  ownForm: (id) => {
    throw new Error(`no form ${id}`);
  },
});
const template = (file: string) =>
  templateSchema.parse(JSON.parse(readFileSync(join(resources, 'templates', file), 'utf8'))).document;

const facts: CaseFacts = {
  ...emptyCaseFacts(),
  kind: 'suggestion',
  body: '省六届人大',
  session: '五次会议',
  number: '0231',
  title: '关于优化客运班线的建议',
  members: [{ name: '苏文', lead: true, collective: false }],
  coUnits: ['省财政厅'],
};

it('there are two that differ in most of what varies', () => {
  expect(profiles.map(({ id }) => id)).toEqual(['provincial-department', 'county-bureau']);
  const [province, county] = profiles.map(({ unit }) => unit) as [UnitSettings, UnitSettings];
  expect(changedSettings(province, county).length).toBeGreaterThan(25);
});

describe.each(profiles)('$name', ({ unit, description }) => {
  it('is a whole set of settings, with a word about it', () => {
    expect(unitSettingsSchema.parse(unit)).toEqual(unit);
    expect(description.length).toBeGreaterThan(10);
    expect(unit.approvers.length).toBeGreaterThan(3);
  });

  it('prints letters in its words, as Word and as PDF', async () => {
    const document = draftFromTemplate(template('2-suggestion.json'), facts, unit);
    const text = plainText(document, unit.wording);
    expect(text).toContain(`${unit.leader.name}`);
    expect(text).toContain(unit.contact.phone);
    expect(text).toContain(`抄送：${unit.copyTo.suggestion.join('，')}。`);
    expect(text).not.toMatch(/[{}|]/);
    const full = {
      ...document,
      head: {
        ...document.head,
        category: unit.categories.suggestion[1]!.mark,
        docNumber: { code: docCodeFor(unit, facts), year: 2026, serial: 7 },
        disclosure: { kind: 'public' as const },
      },
      tail: { ...document.tail, date: '2026-04-07' },
    };
    const letter = treatLetter({ document: full, caseFacts: facts, unit }, { review: 'refuse' });
    const pdf = await writers.write('pdf', letter, 'none');
    expect(new TextDecoder('latin1').decode(pdf.bytes.slice(0, 5))).toBe('%PDF-');
    const docx = await writers.write('docx', letter, 'none');
    const words = Object.entries(unzipSync(docx.bytes))
      .filter(([name]) => name.startsWith('word/'))
      .map(([, bytes]) => new TextDecoder().decode(bytes).replaceAll(/<[^>]+>/g, ''))
      .join('\n');
    expect(words).toContain(`（${unit.wording.disclosure.public}）`);
    expect(words).toContain(`${docCodeFor(unit, facts)}〔2026〕7号`);
    expect(words).toContain('第0231号');
  });

  it('lends its habits and keeps its names', () => {
    const own: UnitSettings = {
      ...defaultUnitSettings,
      fullName: '云川市民政局',
      docCode: '云民函',
      contact: { name: '许文', role: '联系人', phone: '0899-5550000' },
    };
    const mine = applyProfile(own, unit);
    expect(unitSettingsSchema.parse(mine)).toEqual(mine);
    expect(mine.wording).toEqual(unit.wording);
    expect(mine.layout).toEqual(unit.layout);
    expect([mine.fullName, mine.docCode, mine.contact.name, mine.leader.name]).toEqual([
      '云川市民政局',
      '云民函',
      '许文',
      '',
    ]);
    expect(JSON.stringify(mine)).not.toContain(unit.contact.name);
    expect(JSON.stringify(mine)).not.toContain(unit.fullName);
    expect(mine.approvers.map(({ step }) => step)).toEqual(unit.approvers.map(({ step }) => step));
  });
});

it('every file in the folder is a profile', () => {
  expect(readdirSync(join(resources, 'profiles')).filter((name) => name.endsWith('.json'))).toHaveLength(
    profiles.length,
  );
});
