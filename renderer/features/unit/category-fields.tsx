import { Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseKinds } from '#shared/domain/case.ts';
import { categoryPlaces } from '#shared/domain/unit-settings.ts';
import { categoryPatternNames } from '#shared/domain/wording-pattern.ts';
import { CategoryList, type Categories } from './category-list.tsx';
import { PatternInput } from './pattern-input.tsx';
import { Setting, type UnitFieldsProps } from './setting.tsx';
import { isSame } from '#shared/domain/unit-setting-index.ts';

/** 办理结果分类: one scheme for both kinds of case, or one each. */
export function UnitCategoryFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  const { proposal, suggestion } = value.categories;
  const [together, setTogether] = useState(() => isSame(proposal, suggestion));
  // Settings may come in from a file while this is on the screen.
  const isOne = together && isSame(proposal, suggestion);
  const set = (part: { proposal?: Categories; suggestion?: Categories }) =>
    onChange({ ...value, categories: { ...value.categories, ...part } });
  return (
    <Stack gap="sm">
      {isOne ? (
        <Setting id="categories.proposal">
          <CategoryList
            label={t('group.categories')}
            value={proposal}
            onChange={(next) => set({ proposal: next, suggestion: next })}
          />
        </Setting>
      ) : (
        caseKinds.map((kind) => (
          <Setting key={kind} id={`categories.${kind}`}>
            <Text fz="sm" fw={500} mb={4}>
              {t(`label.categories.${kind}`)}
            </Text>
            <CategoryList
              label={t(`label.categories.${kind}`)}
              value={value.categories[kind]}
              onChange={(next) => set({ [kind]: next })}
            />
          </Setting>
        ))
      )}
      <Switch
        label={t('categories.same')}
        checked={isOne}
        onChange={(event) => {
          setTogether(event.currentTarget.checked);
          if (event.currentTarget.checked) set({ suggestion: proposal });
        }}
      />
    </Stack>
  );
}

/** Where the category is printed, and in which words. */
export function UnitCategoryPrintFields({ value, onChange, problem }: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  return (
    <Stack gap="sm">
      <Setting id="categoryPlace">
        <Select
          label={t('label.categoryPlace')}
          allowDeselect={false}
          value={value.categoryPlace}
          data={categoryPlaces.map((place) => ({ value: place, label: t(`place.${place}`) }))}
          onChange={(chosen) => {
            const place = categoryPlaces.find((known) => known === chosen);
            if (place) onChange({ ...value, categoryPlace: place });
          }}
        />
      </Setting>
      <PatternInput
        id="wording.category"
        names={categoryPatternNames}
        description={t('about.categoryPattern')}
        {...{ value, onChange, ...(problem && { problem }) }}
      />
    </Stack>
  );
}
