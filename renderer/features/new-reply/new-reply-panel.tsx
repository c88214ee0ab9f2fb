import { Button, Drawer, Group, Stack, Text, Textarea, Title, UnstyledButton } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { TemplateSummary } from '#shared/contract/templates.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterKind } from '#shared/domain/template.ts';
import { navigate } from '../../app/navigation.ts';
import { usePanels } from '../../app/workspace.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView, InlineError } from '../../ui/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { CaseFields, withDueDate } from '../case/case-fields.tsx';
import { TemplateThumb } from '../templates/template-thumb.tsx';
import templateClasses from '../templates/templates.module.css';

/** One panel: the case (by hand, or read from the pasted notice) and a template. Enter creates the draft. */
export function NewReplyPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['newReply', 'common']);
  const backend = useBackend();
  const settings = useQueryCall('settings.get', {});
  const unit = settings.data?.unit ?? defaultUnitSettings;
  const templates = useQueryCall('templates.list', {});
  const [facts, setFacts] = useState<CaseFacts>(emptyCaseFacts);
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const all = templates.data ?? [];
  const templateId = chosen ?? suggestedTemplate(all, facts)?.id ?? null;

  const create = async () => {
    if (templateId === null || creating) return;
    setCreating(true);
    setError(null);
    try {
      const { documentId } = await runCommand(backend, 'documents.create', { templateId, caseFacts: facts });
      usePanels.setState({ inspectorTab: 'case' });
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
          <NoticeReader facts={facts} onRead={(read) => setFacts(withDueDate(read, 'receivedOn', unit))} />
          <section aria-label={t('case')}>
            <Title order={3} fz="md" mb="xs">
              {t('case')}
            </Title>
            <CaseFields unit={unit} value={facts} onChange={setFacts} />
          </section>
          <section aria-label={t('template')}>
            <Title order={3} fz="md" mb="xs">
              {t('template')}
            </Title>
            {templates.error ? (
              <ErrorView error={templates.error} onRetry={() => void templates.refetch()} />
            ) : !templates.data ? (
              <LoadingRows rows={3} height={60} />
            ) : (
              <TemplateChoice templates={all} value={templateId} onChange={setChosen} />
            )}
          </section>
          {error && <ErrorView error={error} onRetry={() => void create()} />}
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
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={creating} disabled={templateId === null}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
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

function NoticeReader({ facts, onRead }: { facts: CaseFacts; onRead: (facts: CaseFacts) => void }) {
  const { t } = useTranslation(['newReply', 'common']);
  const backend = useBackend();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<{ found: number } | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const newest = useRef('');
  const read = async (notice: string) => {
    newest.current = notice;
    setError(null);
    setOutcome(null);
    if (notice.trim() === '') return;
    try {
      const { caseFacts } = await backend.call('imports.readCase', { text: notice });
      if (newest.current !== notice) return;
      const { merged, found } = mergeFacts(facts, caseFacts);
      setOutcome({ found });
      if (found > 0) onRead(merged);
    } catch (reason) {
      setError(toWireError(reason));
    }
  };
  return (
    <div>
      <Textarea
        data-autofocus
        label={t('notice')}
        description={t('noticeHint')}
        placeholder={t('noticePlaceholder')}
        leftSection={<IconClipboardText size={16} aria-hidden />}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={200_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          // After the paste has arrived in the field.
          const field = event.currentTarget;
          setTimeout(() => void read(field.value));
        }}
        onBlur={() => {
          if (text !== newest.current) void read(text);
        }}
      />
      {outcome && (
        <Text fz="sm" mt={4} role="status" c={outcome.found > 0 ? 'var(--dafu-success)' : 'var(--dafu-warning)'}>
          {outcome.found > 0 ? t('noticeFound', { count: outcome.found }) : t('noticeNothing')}
        </Text>
      )}
      {error && <InlineError error={error} />}
    </div>
  );
}

/** What was read wins over what stood there; what was not read stays. */
export function mergeFacts(present: CaseFacts, read: CaseFacts): { merged: CaseFacts; found: number } {
  const found = (Object.keys(read) as (keyof CaseFacts)[]).filter((key) => {
    const value = read[key];
    return key !== 'kind' && key !== 'role' && value !== null && value.length > 0;
  });
  const part = Object.fromEntries(found.map((key) => [key, read[key]]));
  const merged = found.length === 0 ? present : { ...present, kind: read.kind, role: read.role, ...part };
  return { merged, found: found.length };
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
