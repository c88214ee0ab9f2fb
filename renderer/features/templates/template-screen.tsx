import { Button, Container, Group, Popover, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { letterKinds, type LetterKind, type Template } from '#shared/domain/template.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import type { LetterSession } from '../../editor/api.ts';
import { showPasteRefused, showPicturesDropped } from '../importing/paste-refused.ts';
import { openLetter } from '../../editor/session/letter-session.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { showError } from '../../shell/errors/show-error.tsx';
import { DocumentSession } from '../letter/document-session.ts';
import { LetterCanvas } from '../letter/letter-canvas.tsx';
import { LetterWorkspace } from '../letter/letter-workspace.tsx';
import { SaveStatusView } from '../letter/save-status.tsx';

interface OpenTemplate {
  template: Template;
  shipped: boolean;
  letter: LetterSession;
  session: DocumentSession;
  /** Name, kind, description: saved together with the text. */
  setMeta(meta: TemplateMeta): void;
}
type TemplateMeta = Pick<Template, 'name' | 'kind' | 'description'>;

export function TemplateScreen({ templateId }: { templateId: string }) {
  const backend = useBackend();
  const { t } = useTranslation('templates');
  const settings = useQueryCall('settings.get', {});
  const [open, setOpen] = useState<OpenTemplate | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    let opened: OpenTemplate | null = null;
    Promise.all([backend.call('templates.get', { templateId }), backend.call('templates.list', {})])
      .then(([template, list]) => {
        if (left) return;
        const shipped = list.find(({ id }) => id === templateId)?.shipped ?? true;
        opened = openTemplate(template, shipped, (changed) =>
          runCommand(backend, 'templates.save', { template: changed }),
        );
        setOpen(opened);
      })
      .catch((reason: unknown) => setError(toWireError(reason)));
    return () => {
      left = true;
      const leaving = opened;
      if (!leaving) return;
      void leaving.session.flush().finally(() => {
        leaving.session.dispose();
        leaving.letter.dispose();
      });
    };
  }, [backend, templateId, attempt]);
  // Settings that were read once serve on: an error of reading them again must not take the text off the screen.
  const problem = error ?? (settings.data ? null : settings.error);
  if (problem) {
    return (
      <Container size="sm" py="xl" component="main">
        <ErrorView
          error={problem}
          onRetry={() => {
            setError(null);
            setAttempt((count) => count + 1);
          }}
        />
        <Button variant="default" mt="md" onClick={() => void navigate({ name: 'templates' })}>
          {t('backToList')}
        </Button>
      </Container>
    );
  }
  if (!open || !settings.data) return <LoadingRows rows={12} />;
  return <TemplateWorkspace open={open} settings={settings.data} />;
}

/** The text and its name travel together, so both go through one save session. Templates have no versions. */
function openTemplate(
  template: Template,
  shipped: boolean,
  save: (template: Template) => Promise<unknown>,
): OpenTemplate {
  const letter = openLetter({
    documentJson: stringifyReplyDocument(template.document),
    readOnly: shipped,
    onPasteRefused: showPasteRefused,
    onPicturesDropped: showPicturesDropped,
  });
  let meta: TemplateMeta = template;
  const listeners = new Set<() => void>();
  const current = (): Template => ({ ...template, ...pickMeta(meta), document: letter.getDocument() });
  const session = new DocumentSession({
    version: 0,
    body: JSON.stringify(current()),
    text: {
      getDocumentJson: () => JSON.stringify(current()),
      onChange(listener) {
        listeners.add(listener);
        const stop = letter.onChange(listener);
        return () => {
          listeners.delete(listener);
          stop();
        };
      },
      isComposing: () => letter.isComposing(),
      settled: () => letter.settled(),
    },
    store: {
      async save({ baseVersion, body }) {
        await save(JSON.parse(body) as Template);
        return { version: baseVersion + 1, savedAt: Date.now() };
      },
      // A command that lost the backend was repeated already and fails only for good.
      whenConnected: () => Promise.resolve(),
    },
  });
  return {
    template,
    shipped,
    letter,
    session,
    setMeta(next) {
      meta = next;
      listeners.forEach((listener) => listener());
    },
  };
}

function pickMeta({ name, kind, description }: TemplateMeta): TemplateMeta {
  return { name, kind, description };
}

function TemplateWorkspace({ open, settings }: { open: OpenTemplate; settings: Output<'settings.get'> }) {
  const { t } = useTranslation('templates');
  const { letter, session, shipped, template } = open;
  const canvas = useRef<HTMLElement>(null);
  return (
    <LetterWorkspace
      letter={letter}
      session={session}
      settings={settings}
      isWritable={!shipped}
      isTemplate
      bar={<TemplateBar open={open} />}
      barLabel={t('bar')}
      inspector={null}
    >
      {(look) => (
        <LetterCanvas
          canvas={canvas}
          label={template.name}
          letter={letter}
          unit={settings.unit}
          caseFacts={caseOfTemplate(template.kind)}
          {...look}
        />
      )}
    </LetterWorkspace>
  );
}

function TemplateBar({ open }: { open: OpenTemplate }) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  const backend = useBackend();
  const { template, shipped, session } = open;
  const [meta, setMeta] = useState(() => pickMeta(template));
  const lastName = useRef(template.name);
  const change = useCallback(
    (part: Partial<TemplateMeta>) => {
      const next = { ...meta, ...part };
      setMeta(next);
      if (next.name.trim() !== '') lastName.current = next.name;
      open.setMeta({ ...next, name: lastName.current });
    },
    [meta, open],
  );
  const copy = async () => {
    try {
      const name = t('copyName', { name: template.name }).slice(0, 100);
      const { templateId } = await runCommand(backend, 'templates.copy', { templateId: template.id, name });
      await navigate({ name: 'template', templateId });
    } catch (reason) {
      showError(toWireError(reason));
    }
  };
  return (
    <>
      <IconAction label={t('backToList')} onClick={() => void navigate({ name: 'templates' })}>
        <IconArrowLeft size={18} />
      </IconAction>
      {shipped ? (
        <>
          <Text fw={600} component="h1" fz="md" m={0}>
            {template.name}
          </Text>
          <Text c="dimmed" fz="sm" flex={1}>
            {t('shippedHint')}
          </Text>
          <Button onClick={() => void copy()}>{t('copyAndEdit')}</Button>
        </>
      ) : (
        <>
          <TextInput
            aria-label={t('name')}
            w="20rem"
            maxLength={100}
            value={meta.name}
            error={meta.name.trim() === '' ? t('nameEmpty') : undefined}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            aria-label={t('kind')}
            w="11rem"
            allowDeselect={false}
            data={letterKinds.map((value) => ({ value, label: common(`letterKind.${value}`) }))}
            value={meta.kind}
            onChange={(value) => change({ kind: value as LetterKind })}
          />
          <Popover width={340} position="bottom-start" trapFocus>
            <Popover.Target>
              <Button variant="subtle" color="gray" leftSection={<IconInfoCircle size={18} aria-hidden />}>
                {t('description')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap="xs">
                <Textarea
                  label={t('description')}
                  autosize
                  minRows={3}
                  maxLength={500}
                  value={meta.description}
                  onChange={(event) => change({ description: event.currentTarget.value })}
                />
              </Stack>
            </Popover.Dropdown>
          </Popover>
          <Group flex={1} />
          <SaveStatusView session={session} />
        </>
      )}
    </>
  );
}

/** The kind of case a template is for: it decides which of the unit's categories and 代字 are offered. */
function caseOfTemplate(kind: LetterKind): CaseFacts {
  return {
    ...emptyCaseFacts(),
    kind: kind === 'suggestion' ? 'suggestion' : 'proposal',
    role: kind === 'opinion' ? 'co' : 'sole',
  };
}
