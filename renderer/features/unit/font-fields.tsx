import { Stack, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FontSubstitution } from '#shared/contract/exports.ts';
import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import { Setting, type UnitFieldsProps } from './setting.tsx';

type FontRole = keyof UnitLayout['fonts'];

/** Typefaces of the standard for each use, and what offices are known to use in their place. */
const usual: Record<FontRole, readonly string[]> = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', '宋体'],
  body: ['仿宋_GB2312', '仿宋', '方正仿宋_GBK', '华文仿宋'],
  heading1: ['黑体', '方正黑体_GBK'],
  heading2: ['楷体_GB2312', '楷体', '方正楷体_GBK', '华文楷体'],
  pageNumber: ['宋体', 'Times New Roman'],
};

interface UnitFontFieldsProps extends UnitFieldsProps {
  /** Fonts this PC lacks and what the PDF takes in their place; undefined while that is not known. */
  substitutions: readonly FontSubstitution[] | undefined;
}

/** Typefaces in order of preference, each with whether this PC has it. */
export function UnitFontFields({ value, onChange, problem, substitutions }: UnitFontFieldsProps) {
  const { t } = useTranslation('unit');
  const { layout } = value;
  const set = (role: FontRole, fonts: string[]) =>
    onChange({ ...value, layout: { ...layout, fonts: { ...layout.fonts, [role]: fonts } } });
  return (
    <Stack gap="sm">
      <Text c="dimmed" fz="sm">
        {t('about.fonts')}
      </Text>
      {(Object.keys(usual) as FontRole[]).map((role) => {
        const chosen = layout.fonts[role];
        const wanted = chosen[0] ?? usual[role][0] ?? '';
        return (
          <Setting key={role} id={`layout.fonts.${role}`}>
            <TagsInput
              label={t(`label.layout.fonts.${role}`)}
              placeholder={chosen.length === 0 ? usual[role][0] : ''}
              description={<FontState wanted={wanted} substitutions={substitutions} />}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxTags={5}
              data={[...usual[role]]}
              value={chosen}
              error={problem?.(`layout.fonts.${role}`)}
              onChange={(fonts) => set(role, fonts)}
            />
          </Setting>
        );
      })}
    </Stack>
  );
}

/** Whether this PC has a font, and what the PDF takes if not. */
export function FontState({ wanted, substitutions }: Pick<UnitFontFieldsProps, 'substitutions'> & { wanted: string }) {
  const { t } = useTranslation('unit');
  if (substitutions === undefined || wanted === '') return null;
  const used = substitutions.find((substitution) => substitution.wanted === wanted)?.used;
  return used === undefined ? t('fontState.installed', { wanted }) : t('fontState.missing', { wanted, used });
}
