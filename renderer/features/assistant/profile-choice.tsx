import { Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyProfile } from '#shared/domain/unit-profile.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import classes from './profile-choice.module.css';

interface ProfileChoiceProps {
  own: UnitSettings;
  onChange: (unit: UnitSettings) => void;
}

/** Habits to start from: the standard's, or those of one of the examples. Names stay one's own. */
export function ProfileChoice({ own, onChange }: ProfileChoiceProps) {
  const { t } = useTranslation('assistant');
  const profiles = useQueryCall('settings.listProfiles', {});
  const [chosen, setChosen] = useState('standard');
  const choose = (id: string, habits: UnitSettings) => {
    setChosen(id);
    onChange(applyProfile(own, habits));
  };
  const options = [
    { id: 'standard', name: t('profile.standard'), description: t('profile.standardHint'), unit: defaultUnitSettings },
    ...(profiles.data ?? []),
  ];
  return (
    <Radio.Group label={t('profile.title')} description={t('profile.hint')} value={chosen}>
      <Stack gap="xs" mt="xs">
        {options.map(({ id, name, description, unit }) => (
          <Radio.Card key={id} value={id} className={classes.card} p="xs" onClick={() => choose(id, unit)}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <div>
                <Text fz="sm" fw={500}>
                  {name}
                </Text>
                <Text fz="xs" c="dimmed">
                  {description}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
