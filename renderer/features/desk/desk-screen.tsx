import { Button, Chip, Group, Menu, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconChevronDown,
  IconClipboardText,
  IconCopy,
  IconFileExport,
  IconMailForward,
  IconFileImport,
  IconFolderOpen,
  IconPencil,
  IconPlus,
  IconSearch,
  IconSquareCheck,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentStates, type DocumentSummary } from '#shared/contract/documents.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { overlays } from '../../shell/navigation/overlays.ts';
import { useCommandHandler } from '../../shell/commands/command-registry.ts';
import { changeDesk, deskFilters, usePanels } from '../../shell/navigation/workspace.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { notify } from '../../shell/toasts.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { showError } from '../../shell/errors/show-error.tsx';
import { useImport } from '../importing/use-import.ts';
import { DraftTable } from './draft-table.tsx';
import { EmptyDesk } from './empty-desk.tsx';
import { useSelection } from './use-selection.ts';
import { useSetStates } from './use-set-states.ts';
import { useTrash } from './use-trash.ts';
import classes from './desk.module.css';

export function DeskScreen() {
  const { t } = useTranslation('desk');
  const { search, filter, sort, direction } = usePanels(({ desk }) => desk);
  const [query] = useDebouncedValue(search, 150);
  const list = useQueryCall(
    'documents.list',
    { search: query.trim(), state: filter, sort, direction },
    { keepPrevious: true },
  );
  const [scroll] = useState(() => usePanels.getState().desk.scroll);
  const drafts = list.data ?? [];
  const selection = useSelection(drafts.map(({ id }) => id));
  const trash = useTrash();
  const startImport = useImport();
  const chosen = [...selection.selected];
  useCommandHandler('draft.export', () => overlays.exportDrafts(chosen), chosen.length > 0);
  useCommandHandler('draft.sheets', () => overlays.sheets(chosen), chosen.length > 0);

  const open = (draft: DocumentSummary) => void navigate({ name: 'draft', documentId: draft.id });
  const isDeskEmpty = list.data?.length === 0 && query.trim() === '' && filter === 'all';

  return (
    <main className={classes.screen} data-region="desk" aria-label={t('title')}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} fz="xl">
          {t('title')}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                variant="default"
                leftSection={<IconFileImport size={18} aria-hidden />}
                rightSection={<IconChevronDown size={16} aria-hidden />}
              >
                {t('import')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconFolderOpen size={16} aria-hidden />}
                onClick={() => void startImport({ from: 'picker' })}
              >
                {t('importFile')}
              </Menu.Item>
              <Menu.Item leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => overlays.paste(true)}>
                {t('importPaste')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => overlays.newReply(true)}>
            {t('new')}
          </Button>
        </Group>
      </Group>
      {!isDeskEmpty && (
        <Group justify="space-between" wrap="nowrap" mih={36}>
          {chosen.length === 0 ? (
            <Group gap="sm" wrap="nowrap" miw={0}>
              <TextInput
                w="20rem"
                miw="8rem"
                role="searchbox"
                aria-label={t('search')}
                placeholder={t('search')}
                leftSection={<IconSearch size={16} aria-hidden />}
                value={search}
                maxLength={200}
                onChange={(event) => changeDesk({ search: event.currentTarget.value, scroll: 0 })}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') changeDesk({ search: '', scroll: 0 });
                }}
              />
              <Chip.Group
                value={filter}
                onChange={(value) =>
                  changeDesk({ filter: deskFilters.find((known) => known === value) ?? 'all', scroll: 0 })
                }
              >
                <Group gap="xs" wrap="nowrap" role="radiogroup" aria-label={t('filterLabel')}>
                  {deskFilters.map((value) => (
                    <Chip key={value} value={value} size="sm">
                      {t(`filter.${value}`)}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
            </Group>
          ) : (
            <SelectionBar
              drafts={drafts.filter(({ id }) => selection.selected.has(id))}
              onTrash={() => void trash(chosen)}
              onClear={selection.clear}
            />
          )}
          <Text c="dimmed" fz="sm" role="status" style={{ whiteSpace: 'nowrap' }}>
            {list.data ? t('count', { count: drafts.length }) : ''}
          </Text>
        </Group>
      )}
      {list.error ? (
        <ErrorView error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <LoadingRows rows={8} height={36} />
      ) : isDeskEmpty ? (
        <EmptyDesk onPaste={() => overlays.paste(true)} />
      ) : drafts.length === 0 ? (
        <EmptyState title={t('nothing.title')} text={t('nothing.text')}>
          <Button variant="default" onClick={() => changeDesk({ search: '', filter: 'all', scroll: 0 })}>
            {t('nothing.reset')}
          </Button>
        </EmptyState>
      ) : (
        <DraftTable
          label={t('title')}
          drafts={drafts}
          selection={selection}
          sort={{ sort, direction }}
          onSort={changeDesk}
          scroll={scroll}
          onScroll={(top) => changeDesk({ scroll: top })}
          onOpen={open}
          onDelete={(ids) => void trash(ids)}
          menu={(draft) => <RowMenu draft={draft} onOpen={open} onTrash={() => void trash([draft.id])} />}
        />
      )}
    </main>
  );
}

interface SelectionBarProps {
  drafts: readonly DocumentSummary[];
  onTrash: () => void;
  onClear: () => void;
}

function SelectionBar({ drafts, onTrash, onClear }: SelectionBarProps) {
  const { t } = useTranslation('desk');
  const { t: sheets } = useTranslation('sheets');
  const ids = drafts.map(({ id }) => id);
  return (
    <Group gap="xs" role="toolbar" aria-label={t('selectionBar')}>
      <Text fz="sm" fw={500} mr="xs">
        {t('selected', { count: ids.length })}
      </Text>
      <Button
        variant="light"
        leftSection={<IconFileExport size={18} aria-hidden />}
        onClick={() => overlays.exportDrafts(ids)}
      >
        {t('exportMany', { count: ids.length })}
      </Button>
      <Button
        variant="default"
        leftSection={<IconMailForward size={18} aria-hidden />}
        onClick={() => overlays.sheets(ids)}
      >
        {sheets('menu')}
      </Button>
      <StateMenu drafts={drafts} />
      <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={onTrash}>
        {t('trashMany', { count: ids.length })}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </Group>
  );
}

/** The state of several drafts at once. */
function StateMenu({ drafts }: { drafts: readonly DocumentSummary[] }) {
  const { t } = useTranslation('desk');
  const setStates = useSetStates();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconSquareCheck size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('column.state')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {documentStates.map((state) => (
          <Menu.Item
            key={state}
            disabled={drafts.every((draft) => draft.state === state)}
            onClick={() => void setStates(drafts, state)}
          >
            {t(`setState.${state}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function RowMenu({
  draft,
  onOpen,
  onTrash,
}: {
  draft: DocumentSummary;
  onOpen: (draft: DocumentSummary) => void;
  onTrash: () => void;
}) {
  const { t } = useTranslation('desk');
  const { t: sheets } = useTranslation('sheets');
  const backend = useBackend();
  const setStates = useSetStates();
  const next = draft.state === 'finished' ? 'drafting' : 'finished';
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onOpen(draft)}>
        {t('open')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconFileExport size={16} aria-hidden />}
        onClick={() => overlays.exportDrafts([draft.id])}
      >
        {t('export')}
      </Menu.Item>
      <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => overlays.sheets([draft.id])}>
        {sheets('menu')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={() => {
          runCommand(backend, 'documents.duplicate', { documentId: draft.id })
            .then(() => notify(t('duplicated')))
            .catch((reason: unknown) => showError(toWireError(reason)));
        }}
      >
        {t('duplicate')}
      </Menu.Item>
      <Menu.Item leftSection={<IconSquareCheck size={16} aria-hidden />} onClick={() => void setStates([draft], next)}>
        {t(`setState.${next}`)}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={onTrash}>
        {t('trash')}
      </Menu.Item>
    </>
  );
}
