import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Appearance } from '#shared/contract/settings.ts';

export type Language = Appearance['language'];

const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** `zh-CN/desk.json` → resources['zh-CN'].desk. Bundled: the window has no way to fetch files later. */
export function bundledResources(): Resource {
  const resources: Resource = {};
  for (const [path, content] of Object.entries(files)) {
    const match = /locales\/([^/]+)\/([^/]+)\.json$/.exec(path);
    if (match?.[1] === undefined || match[2] === undefined) throw new Error(`unexpected locale file ${path}`);
    (resources[match[1]] ??= {})[match[2]] = content;
  }
  return resources;
}

export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    resources: bundledResources(),
    interpolation: { escapeValue: false },
    returnNull: false,
    returnEmptyString: true,
  });
  document.documentElement.lang = language;
}

export async function setLanguage(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
