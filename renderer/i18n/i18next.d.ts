import 'i18next';
import type app from '../../resources/locales/zh-CN/app.json';
import type assistant from '../../resources/locales/zh-CN/assistant.json';
import type case_ from '../../resources/locales/zh-CN/case.json';
import type common from '../../resources/locales/zh-CN/common.json';
import type desk from '../../resources/locales/zh-CN/desk.json';
import type draft from '../../resources/locales/zh-CN/draft.json';
import type editor from '../../resources/locales/zh-CN/editor.json';
import type errors from '../../resources/locales/zh-CN/errors.json';
import type exporting from '../../resources/locales/zh-CN/exporting.json';
import type forms from '../../resources/locales/zh-CN/forms.json';
import type importing from '../../resources/locales/zh-CN/importing.json';
import type newReply from '../../resources/locales/zh-CN/newReply.json';
import type preview from '../../resources/locales/zh-CN/preview.json';
import type publication from '../../resources/locales/zh-CN/publication.json';
import type settings from '../../resources/locales/zh-CN/settings.json';
import type sheets from '../../resources/locales/zh-CN/sheets.json';
import type unit from '../../resources/locales/zh-CN/unit.json';
import type templates from '../../resources/locales/zh-CN/templates.json';

// Keys are checked at compile time against the Chinese files; the English ones are compared with them by a test.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      app: typeof app;
      assistant: typeof assistant;
      case: typeof case_;
      common: typeof common;
      desk: typeof desk;
      draft: typeof draft;
      editor: typeof editor;
      errors: typeof errors;
      exporting: typeof exporting;
      forms: typeof forms;
      importing: typeof importing;
      newReply: typeof newReply;
      preview: typeof preview;
      publication: typeof publication;
      settings: typeof settings;
      sheets: typeof sheets;
      templates: typeof templates;
      unit: typeof unit;
    };
  }
}
