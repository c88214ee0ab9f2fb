import { Button, Center, Group, Paper, Stack, Stepper, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import { suggestedSelfName } from '#shared/domain/self-name.ts';
import { defaultUnitSettings, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { UnitPersonFields } from '../unit/contact-fields.tsx';
import { UnitNameFields } from '../unit/name-fields.tsx';
import { ProfileChoice } from './profile-choice.tsx';

/** First start: who drafts, for which unit, by which habits. Everything can be skipped and changed later. */
export function Assistant({ settings }: { settings: Output<'settings.get'> }) {
  const { t } = useTranslation(['assistant', 'common']);
  const backend = useBackend();
  const [step, setStep] = useState(0);
  const [unit, setUnit] = useState<UnitSettings>(settings.unit);
  const [name, setName] = useState(settings.profile.name);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<WireError | null>(null);

  const finish = async (chosen: UnitSettings) => {
    setSaving(true);
    setError(null);
    try {
      if (name.trim() !== '') await runCommand(backend, 'settings.saveProfile', { name: name.trim() });
      // This marks the assistant as done; the frame opens when the changed settings arrive.
      await runCommand(backend, 'settings.saveUnit', { unit: chosen });
    } catch (reason) {
      setError(toWireError(reason));
      setSaving(false);
    }
  };
  const withContact = (): UnitSettings =>
    unit.contact.name === '' && name.trim() !== ''
      ? { ...unit, contact: { ...unit.contact, name: name.trim() } }
      : unit;

  return (
    <Center h="100%" p="lg" component="main" style={{ overflow: 'auto' }}>
      <Paper withBorder radius="md" p="xl" w="min(46rem, 100%)">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (step === 0) {
              setUnit(withSelfName(withContact()));
              setStep(1);
            } else void finish(unit);
          }}
        >
          <Stack gap="lg">
            <div>
              <Title order={1} fz="xl">
                {t('title')}
              </Title>
              <Text c="dimmed" mt={4}>
                {t('text')}
              </Text>
            </div>
            <Stepper active={step} onStepClick={setStep} size="sm" iconSize={28} aria-label={t('steps')}>
              <Stepper.Step label={t('step.unit')} />
              <Stepper.Step label={t('step.habits')} />
            </Stepper>
            {step === 0 ? (
              <Stack gap="sm">
                <TextInput
                  data-autofocus
                  autoFocus
                  label={t('name')}
                  description={t('nameHint')}
                  value={name}
                  maxLength={50}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                <UnitNameFields value={unit} onChange={setUnit} />
              </Stack>
            ) : (
              <Stack gap="lg">
                <ProfileChoice own={unit} onChange={setUnit} />
                <Block title={t('contact')} hint={t('contactHint')}>
                  <UnitPersonFields value={unit} onChange={setUnit} person="contact" />
                </Block>
              </Stack>
            )}
            {error && <ErrorView error={error} onRetry={() => void finish(unit)} />}
            <Group justify="space-between">
              <Button variant="subtle" color="gray" disabled={saving} onClick={() => void finish(defaultUnitSettings)}>
                {t('skip')}
              </Button>
              <Group gap="xs">
                {step === 1 && (
                  <Button variant="default" onClick={() => setStep(0)}>
                    {t('common:previous')}
                  </Button>
                )}
                <Button type="submit" loading={saving}>
                  {step === 0 ? t('common:next') : t('finish')}
                </Button>
              </Group>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}

/** A unit that did not say how it calls itself is not left with another kind of unit's word. */
function withSelfName(unit: UnitSettings): UnitSettings {
  if (unit.selfName !== defaultUnitSettings.selfName) return unit;
  return { ...unit, selfName: suggestedSelfName(unit.fullName) ?? unit.selfName };
}

function Block({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} fz="md">
        {title}
      </Title>
      <Text c="dimmed" fz="sm" mb="xs">
        {hint}
      </Text>
      {children}
    </section>
  );
}
