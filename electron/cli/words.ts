import i18next from 'i18next';
import cliEn from '#resources/locales/en/cli.json' with { type: 'json' };
import errorsEn from '#resources/locales/en/errors.json' with { type: 'json' };
import importingEn from '#resources/locales/en/importing.json' with { type: 'json' };
import publicationEn from '#resources/locales/en/publication.json' with { type: 'json' };
import reviewEn from '#resources/locales/en/review.json' with { type: 'json' };
import cliZh from '#resources/locales/zh-CN/cli.json' with { type: 'json' };
import errorsZh from '#resources/locales/zh-CN/errors.json' with { type: 'json' };
import importingZh from '#resources/locales/zh-CN/importing.json' with { type: 'json' };
import publicationZh from '#resources/locales/zh-CN/publication.json' with { type: 'json' };
import reviewZh from '#resources/locales/zh-CN/review.json' with { type: 'json' };
import type { CliIo } from './io.ts';

export type Language = 'zh-CN' | 'en';

/** Words of the command line. Loaded only when something is said to a person. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** `--lang` before the language of the system; Chinese unless that is English. */
export function chooseLanguage(flag: string | undefined, env: CliIo['env']): Language {
  const wanted = flag ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^en/i.test(wanted) ? 'en' : 'zh-CN';
}

export async function loadWords(language: Language): Promise<Words> {
  const i18n = i18next.createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    ns: ['cli', 'errors', 'importing', 'publication', 'review'],
    defaultNS: 'cli',
    resources: {
      'zh-CN': { cli: cliZh, errors: errorsZh, importing: importingZh, publication: publicationZh, review: reviewZh },
      en: { cli: cliEn, errors: errorsEn, importing: importingEn, publication: publicationEn, review: reviewEn },
    },
    interpolation: { escapeValue: false },
  });
  return i18n.t as unknown as Words;
}
