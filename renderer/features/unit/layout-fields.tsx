import { Autocomplete, NumberInput, Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FontSubstitution } from '#shared/contract/exports.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { sealKinds, type UnitLayout } from '#shared/domain/unit-settings.ts';
import { Choice } from '../../ui/choice.tsx';
import { FontState } from './font-fields.tsx';
import { Setting, SettingRow, type UnitFieldsProps } from './setting.tsx';

export interface NamedForm {
  id: string;
  name: string;
}

/** Form of the letter and its seal. `ownForms` are copies the unit changed. */
export function UnitFormFields({ value, onChange, ownForms }: UnitFieldsProps & { ownForms: readonly NamedForm[] }) {
  const { t } = useTranslation(['unit', 'settings']);
  const known = [
    ...shippedFormIds.map((id) => ({ value: id as string, label: t(`settings:unit.forms.${id}`) })),
    ...ownForms.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const isKnown = known.some((form) => form.value === value.form);
  return (
    <SettingRow>
      <Setting id="form">
        <Select
          label={t('label.form')}
          allowDeselect={false}
          data={isKnown ? known : [...known, { value: value.form, label: value.form }]}
          value={value.form}
          onChange={(form) => {
            if (form !== null) onChange({ ...value, form });
          }}
        />
      </Setting>
      <Setting id="seal">
        <Select
          label={t('label.seal')}
          allowDeselect={false}
          data={sealKinds.map((seal) => ({ value: seal, label: t(`seal.${seal}`) }))}
          value={value.seal}
          onChange={(chosen) => {
            const seal = sealKinds.find((known) => known === chosen);
            if (seal) onChange({ ...value, seal });
          }}
        />
      </Setting>
    </SettingRow>
  );
}

/** What is printed the same in every form: western type, page numbers, lines. */
export function UnitPageFields({
  value,
  onChange,
  problem,
  substitutions,
}: UnitFieldsProps & { substitutions: readonly FontSubstitution[] | undefined }) {
  const { t } = useTranslation('unit');
  const { layout } = value;
  const { linePitch } = layout;
  const set = (part: Partial<UnitLayout>) => onChange({ ...value, layout: { ...layout, ...part } });
  return (
    <Stack gap="md">
      <Setting id="layout.latinFont">
        <Autocomplete
          label={t('label.layout.latinFont')}
          description={
            layout.latinFont === '' ? (
              t('about.latinFont')
            ) : (
              <FontState wanted={layout.latinFont} substitutions={substitutions} />
            )
          }
          data={['Times New Roman', 'Arial', '仿宋_GB2312', '宋体']}
          maxLength={100}
          value={layout.latinFont}
          error={problem?.('layout.latinFont')}
          onChange={(latinFont) => set({ latinFont })}
        />
      </Setting>
      <Setting id="layout.isLevel3Bold">
        <Switch
          label={t('label.layout.isLevel3Bold')}
          checked={layout.isLevel3Bold}
          onChange={(event) => set({ isLevel3Bold: event.currentTarget.checked })}
        />
      </Setting>
      <Setting id="layout.pageNumberStyle">
        <Choice
          label={t('label.layout.pageNumberStyle')}
          value={layout.pageNumberStyle}
          options={(['dashes', 'plain', 'words'] as const).map((style) => ({
            value: style,
            label: t(`pageNumberStyle.${style}`),
          }))}
          onChange={(pageNumberStyle) => set({ pageNumberStyle })}
        />
      </Setting>
      <Setting id="layout.pageNumberPlace">
        <Choice
          label={t('label.layout.pageNumberPlace')}
          value={layout.pageNumberPlace}
          options={(['outer', 'center'] as const).map((place) => ({
            value: place,
            label: t(`pageNumberPlace.${place}`),
          }))}
          onChange={(pageNumberPlace) => set({ pageNumberPlace })}
        />
      </Setting>
      <Setting id="layout.linePitch">
        <SettingRow>
          <Choice
            label={t('label.layout.linePitch')}
            value={linePitch.kind}
            options={(['grid', 'fixed'] as const).map((kind) => ({ value: kind, label: t(`linePitch.${kind}`) }))}
            onChange={(kind) => set({ linePitch: kind === 'grid' ? { kind } : { kind, points: 28 } })}
          />
          <NumberInput
            label={t('linePitch.points')}
            description={t('about.linePitch')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={linePitch.kind === 'grid'}
            value={linePitch.kind === 'fixed' ? linePitch.points : ''}
            min={20}
            max={40}
            step={0.5}
            decimalScale={2}
            suffix={t('linePitch.pt')}
            onChange={(points) => {
              if (typeof points === 'number') set({ linePitch: { kind: 'fixed', points } });
            }}
          />
        </SettingRow>
      </Setting>
      <Setting id="layout.wordGrid">
        <Choice
          label={t('label.layout.wordGrid')}
          description={t('about.wordGrid')}
          value={layout.wordGrid}
          options={(['lines', 'linesAndChars'] as const).map((grid) => ({ value: grid, label: t(`wordGrid.${grid}`) }))}
          onChange={(wordGrid) => set({ wordGrid })}
        />
      </Setting>
    </Stack>
  );
}

/** Moves what is printed on pre-printed paper. */
export function UnitOffsetFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  const { layout } = value;
  const { preprintedOffset } = layout;
  return (
    <Setting id="layout.preprintedOffset">
      <SettingRow>
        {(['x', 'y'] as const).map((axis) => (
          <NumberInput
            key={axis}
            label={t(`offset.${axis}`)}
            value={preprintedOffset[axis]}
            min={-20}
            max={20}
            step={0.5}
            decimalScale={2}
            clampBehavior="blur"
            suffix={t('offset.mm')}
            onChange={(millimetres) => {
              if (typeof millimetres !== 'number') return;
              onChange({
                ...value,
                layout: { ...layout, preprintedOffset: { ...preprintedOffset, [axis]: millimetres } },
              });
            }}
          />
        ))}
      </SettingRow>
    </Setting>
  );
}
