import type { TFunction } from 'i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { valueAt, type SettingId } from '#shared/domain/unit-setting-index.ts';

/** The value of a setting in words, on one line. */
export function settingText(t: TFunction<['unit', 'settings', 'common']>, unit: UnitSettings, id: SettingId): string {
  switch (id) {
    case 'categoryPlace':
      return t(`place.${unit.categoryPlace}`);
    case 'seal':
      return t(`seal.${unit.seal}`);
    case 'form': {
      const shipped = shippedFormIds.find((known) => known === unit.form);
      return shipped === undefined ? unit.form : t(`settings:unit.forms.${shipped}`);
    }
    case 'layout.pageNumberStyle':
      return t(`pageNumberStyle.${unit.layout.pageNumberStyle}`);
    case 'layout.pageNumberPlace':
      return t(`pageNumberPlace.${unit.layout.pageNumberPlace}`);
    case 'layout.wordGrid':
      return t(`wordGrid.${unit.layout.wordGrid}`);
    case 'layout.linePitch': {
      const { linePitch } = unit.layout;
      return linePitch.kind === 'grid' ? t('linePitch.grid') : `${linePitch.points}${t('linePitch.pt')}`;
    }
    case 'layout.preprintedOffset': {
      const { x, y } = unit.layout.preprintedOffset;
      const mm = t('offset.mm');
      return `${t('offset.x')} ${x}${mm}${t('common:listSeparator')}${t('offset.y')} ${y}${mm}`;
    }
    case 'answerMonths':
    case 'opinionMonths':
    case 'extensionMonths':
    case 'reanswerMonths':
      return `${unit[id]}${t('months')}`;
    case 'returnWorkingDays':
    case 'publicationWorkingDays':
      return `${unit[id]}${t('workingDays')}`;
    default: {
      const text = wordsOf(t, valueAt(unit, id));
      return text === '' ? t('take.empty') : text;
    }
  }
}

function wordsOf(t: TFunction<['unit', 'settings', 'common']>, value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'take.yes' : 'take.no');
  const separator = t('common:listSeparator');
  if (Array.isArray(value)) return value.map((item) => wordsOf(t, item)).join(separator);
  if (typeof value === 'object' && value !== null) {
    return Object.values(value as Record<string, unknown>)
      .map((part) => wordsOf(t, part))
      .filter((part) => part !== '')
      .join(' ');
  }
  return String(value).replaceAll('\n', ' ');
}
