import { Button, Drawer, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { TemplateSummary } from '#shared/contract/templates.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterKind } from '#shared/domain/template.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { CaseFields } from '../case/case-fields.tsx';
import { TemplateThumb } from '../templates/template-thumb.tsx';
import { NoticeReader } from './notice-reader.tsx';
import { discardNewReply, useNewReply } from './new-reply-state.ts';
import templateClasses from '../templates/templates.module.css';

/**
 * One panel: the case (by hand, or read from the pasted notice) and a template. Enter creates the draft. What was
 * filled in waits when the panel is closed by Escape or a click beside it.
 */
export function NewReplyPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['newReply', 'common']);
  const backend = useBackend();
  const settings = useQueryCall('settings.get', {});
  const unit = settings.data?.unit ?? defaultUnitSettings;
  const templates = useQueryCall('templates.list', {});
  const { facts, templateId: chosen, read } = useNewReply();
  const [creating, setCreating] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const templateId = chosen ?? suggestedTemplate(templates.data ?? [], facts)?.id ?? null;

  const create = async () => {
    if (templateId === null || creating) return;
    setCreating(true);
    setError(null);
    try {
      const { documentId } = await runCommand(backend, 'documents.create', { templateId, caseFacts: facts });
      usePanels.setState({ inspectorTab: 'case' });
      discardNewReply();
      onClose();
      await navigate({ name: 'draft', documentId });
    } catch (reason) {
      setError(toWireError(reason));
      setCreating(false);
    }
  };

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="46rem"
      title={
        <Text fz="lg" fw={600}>
          {t('title')}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('common:close') }}
      transitionProps={{ duration: 150 }}
      styles={{ body: { paddingBottom: 0 } }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void create();
        }}
      >
        <Stack gap="md">
          <NoticeReader unit={unit} />
          <section aria-label={t('case')}>
            <Title order={3} fz="md" mb="xs">
              {t('case')}
            </Title>
            <CaseFields
              unit={unit}
              value={facts}
              onChange={(next) => useNewReply.setState({ facts: next })}
              {...(read && { read })}
            />
          </section>
          <TemplateSection value={templateId} />
          {error && <ErrorView error={error} onRetry={() => void create()} />}
          <PanelButtons isCreating={creating} isReady={templateId !== null} onClose={onClose} />
        </Stack>
      </form>
    </Drawer>
  );
}

function TemplateSection({ value }: { value: string | null }) {
  const { t } = useTranslation('newReply');
  const templates = useQueryCall('templates.list', {});
  return (
    <section aria-label={t('template')}>
      <Title order={3} fz="md" mb="xs">
        {t('template')}
      </Title>
      {templates.error ? (
        <ErrorView error={templates.error} onRetry={() => void templates.refetch()} />
      ) : !templates.data ? (
        <LoadingRows rows={3} height={60} />
      ) : (
        <TemplateChoice
          templates={templates.data}
          value={value}
          onChange={(templateId) => useNewReply.setState({ templateId })}
        />
      )}
    </section>
  );
}

interface PanelButtonsProps {
  isCreating: boolean;
  isReady: boolean;
  onClose: () => void;
}

function PanelButtons({ isCreating, isReady, onClose }: PanelButtonsProps) {
  const { t } = useTranslation(['newReply', 'common']);
  return (
    <Group
      justify="flex-end"
      pos="sticky"
      bottom={0}
      py="sm"
      mx="-md"
      px="md"
      bg="var(--dafu-surface)"
      style={{ zIndex: 1, borderBlockStart: '1px solid var(--dafu-border)' }}
    >
      <Button
        variant="default"
        onClick={() => {
          discardNewReply();
          onClose();
        }}
      >
        {t('common:cancel')}
      </Button>
      <Button type="submit" loading={isCreating} disabled={!isReady}>
        {t('create')}
      </Button>
    </Group>
  );
}

/** The template that fits the case: 会办 gives an opinion, a collective is addressed as one. */
export function suggestedTemplate(
  templates: readonly TemplateSummary[],
  facts: Pick<CaseFacts, 'kind' | 'role' | 'members'>,
): TemplateSummary | undefined {
  const kind: LetterKind =
    facts.role === 'co' ? 'opinion' : facts.members.some(({ collective }) => collective) ? 'collective' : facts.kind;
  return templates.find((template) => template.kind === kind) ?? templates[0];
}

interface TemplateChoiceProps {
  templates: readonly TemplateSummary[];
  value: string | null;
  onChange: (templateId: string) => void;
}

/** A radio group of small pictures: arrows choose, Tab enters and leaves it. */
function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation(['newReply', 'common']);
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ['ArrowRight', 'ArrowDown'].includes(event.key)
      ? 1
      : ['ArrowLeft', 'ArrowUp'].includes(event.key)
        ? -1
        : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = templates.findIndex(({ id }) => id === value);
    const next = templates[(at + step + templates.length) % templates.length];
    if (!next) return;
    onChange(next.id);
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[templates.indexOf(next)]?.focus();
  };
  return (
    <div
      ref={group}
      className={templateClasses.choices}
      role="radiogroup"
      aria-label={t('template')}
      onKeyDown={onKeyDown}
    >
      {templates.map((template) => (
        <UnstyledButton
          key={template.id}
          className={templateClasses.choice}
          role="radio"
          aria-checked={template.id === value}
          aria-label={template.name}
          title={template.description}
          tabIndex={template.id === value ? 0 : -1}
          onClick={() => onChange(template.id)}
        >
          <TemplateThumb templateId={template.id} />
          <Text fz="sm" fw={500} px="xs" py={6} lineClamp={2}>
            {template.name}
          </Text>
        </UnstyledButton>
      ))}
    </div>
  );
}
