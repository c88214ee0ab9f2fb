import { Badge, Button, Group, Menu, Text, Title, UnstyledButton } from '@mantine/core';
import { IconCopy, IconDots, IconFileImport, IconPencil, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '#shared/contract/templates.ts';
import { runJob } from '../../shell/jobs.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import chip from '../../ui/chip.module.css';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { notify, notifyUndo } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';
import { TemplateThumb } from './template-thumb.tsx';
import classes from './templates.module.css';

export function TemplatesScreen() {
  const { t } = useTranslation(['templates', 'common']);
  const list = useQueryCall('templates.list', {});
  const actions = useTemplateActions();
  const own = list.data?.filter(({ shipped }) => !shipped) ?? [];
  const shipped = list.data?.filter((template) => template.shipped) ?? [];
  return (
    <main className={classes.screen} aria-label={t('title')} data-region="templates">
      <Group justify="space-between" mb="md">
        <Title order={1} fz="xl">
          {t('title')}
        </Title>
        <Button variant="default" leftSection={<IconFileImport size={18} aria-hidden />} onClick={actions.importFile}>
          {t('import')}
        </Button>
      </Group>
      {list.error ? (
        <ErrorView error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <LoadingRows rows={4} height={120} />
      ) : (
        <>
          <TemplateGrid title={t('own')} templates={own} actions={actions} empty={t('ownEmpty')} />
          <TemplateGrid title={t('shipped')} templates={shipped} actions={actions} />
        </>
      )}
    </main>
  );
}

type Actions = ReturnType<typeof useTemplateActions>;

function useTemplateActions() {
  const { t } = useTranslation(['templates', 'common']);
  const backend = useBackend();
  const attempt = (work: () => Promise<void>) => {
    work().catch((reason: unknown) => showError(toWireError(reason)));
  };
  return {
    open: (template: TemplateSummary) => void navigate({ name: 'template', templateId: template.id }),
    copy: (template: TemplateSummary) =>
      attempt(async () => {
        const name = t('copyName', { name: template.name }).slice(0, 100);
        const { templateId } = await runCommand(backend, 'templates.copy', { templateId: template.id, name });
        await navigate({ name: 'template', templateId });
      }),
    exportFile: (template: TemplateSummary) =>
      attempt(async () => {
        const { saved } = await runJob(
          backend,
          'templates.export',
          { templateId: template.id },
          { title: t('export'), result: () => null, quiet: true },
        );
        if (saved) notify(t('exported', { name: template.name }));
      }),
    importFile: () =>
      attempt(async () => {
        const { imported } = await runJob(
          backend,
          'templates.import',
          {},
          { title: t('import'), result: () => null, quiet: true },
        );
        if (imported !== null) notify(t('imported'));
      }),
    remove: (template: TemplateSummary) =>
      attempt(async () => {
        await runCommand(backend, 'templates.delete', { templateId: template.id });
        notifyUndo(t('deleted', { name: template.name }), t('common:undo'), () =>
          attempt(async () => void (await runCommand(backend, 'templates.restore', { templateId: template.id }))),
        );
      }),
  };
}

interface TemplateGridProps {
  title: string;
  templates: readonly TemplateSummary[];
  actions: Actions;
  empty?: string;
}

function TemplateGrid({ title, templates, actions, empty }: TemplateGridProps) {
  return (
    <section aria-label={title} style={{ marginBottom: '1.5rem' }}>
      <Title order={2} fz="md" mb="xs">
        {title}
      </Title>
      {templates.length === 0 && empty !== undefined && <Text c="dimmed">{empty}</Text>}
      <div className={classes.grid}>
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} actions={actions} />
        ))}
      </div>
    </section>
  );
}

function TemplateCard({ template, actions }: { template: TemplateSummary; actions: Actions }) {
  const { t } = useTranslation(['templates', 'common']);
  const { t: common } = useTranslation();
  const { name } = template;
  return (
    <article className={classes.card} aria-label={name}>
      <TemplateThumb templateId={template.id} />
      <div className={classes.cardBody}>
        <UnstyledButton
          className={classes.open}
          aria-label={template.shipped ? t('viewOf', { name }) : t('editOf', { name })}
          onClick={() => actions.open(template)}
        >
          {name}
        </UnstyledButton>
        <Badge className={chip.chip} data-tone="accent" variant="default" tt="none" my={4}>
          {common(`letterKind.${template.kind}`)}
        </Badge>
        <Text c="dimmed" fz="xs" lineClamp={3}>
          {template.description}
        </Text>
      </div>
      <div className={classes.menu}>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconAction label={t('menuOf', { name })}>
              <IconDots size={18} />
            </IconAction>
          </Menu.Target>
          <Menu.Dropdown>
            {!template.shipped && (
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => actions.open(template)}>
                {t('common:edit')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => actions.copy(template)}>
              {t('copy')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileExport size={16} aria-hidden />}
              onClick={() => actions.exportFile(template)}
            >
              {t('export')}
            </Menu.Item>
            {!template.shipped && (
              <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => actions.remove(template)}>
                {t('common:delete')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
    </article>
  );
}
