import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#backend/testing/backend.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { createShippedForms, parseForm } from './forms.ts';

const folder = fileURLToPath(new URL('../../../resources/forms/', import.meta.url));

describe('shipped forms', () => {
  it.each(shippedFormIds)('%s is one', (id) => {
    expect(createShippedForms(folder).get(id).id).toBe(id);
  });

  it('are refused under another name', () => {
    const copied = temporaryFolder();
    cpSync(join(folder, 'letter.json'), join(copied, 'plain.json'));
    expect(() => createShippedForms(copied).get('plain')).toThrow(
      expect.objectContaining({ code: 'FORM_INVALID', details: { name: 'plain.json', issues: ['id: letter'] } }),
    );
  });

  it('are read at first use and then known', () => {
    const copied = temporaryFolder();
    cpSync(folder, copied, { recursive: true });
    const forms = createShippedForms(copied);
    const form = forms.get('letter');
    writeFileSync(join(copied, 'letter.json'), 'changed');
    expect(forms.get('letter')).toBe(form);
  });
});

describe('a broken form is refused with the place', () => {
  const json = readFileSync(join(folder, 'letter.json'), 'utf8');
  it.each([
    ['a length that is none', json.replace('"top": 30', '"top": "30"'), /^head\.issuer\.top: /],
    ['a length off the page', json.replace('"bottom": 20', '"bottom": 400'), /^footRule\.bottom: /],
    ['a stroke too many', json.replace('[0.8, 0.25]', '[0.8, 0.2, 0.1]'), /^head\.rule\.strokes: /],
    ['a misspelt property', json.replace('"ruleGap"', '"ruleGab"'), /^head\.ruleGap: |^head: .*ruleGab/],
    ['a form of a later version', json.replace('dafu.form/1', 'dafu.form/2'), /^schema: /],
    ['no JSON', json.slice(0, 40), /^JSON: /],
  ])('%s', (_name, broken, issue) => {
    expect(broken).not.toBe(json);
    expect(() => parseForm(broken, 'letter.json')).toThrow(
      expect.objectContaining({
        code: 'FORM_INVALID',
        details: { name: 'letter.json', issues: expect.arrayContaining([expect.stringMatching(issue)]) },
      }),
    );
  });
});
