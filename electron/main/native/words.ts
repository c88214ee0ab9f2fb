import i18next from 'i18next';
import en from '#resources/locales/en/native.json' with { type: 'json' };
import zhCn from '#resources/locales/zh-CN/native.json' with { type: 'json' };

export type Language = 'zh-CN' | 'en';

const i18n = i18next.createInstance();
await i18n.init({
  lng: 'zh-CN',
  fallbackLng: false,
  ns: ['native'],
  defaultNS: 'native',
  resources: { 'zh-CN': { native: zhCn }, en: { native: en } },
  interpolation: { escapeValue: false },
});

// The namespaces i18next knows by type are those of the window; these words are not among them.
const translate = i18n.t as unknown as (key: string, values: Record<string, string>) => string;

/** The words of native menus and dialogs, in the language set last. */
export function words(key: string, values: Record<string, string> = {}): string {
  return translate(key, values);
}

export async function setWordsLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
}
