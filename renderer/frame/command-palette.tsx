import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconFileText, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftName } from '../ui/use-draft-name.ts';
import { useQueryCall } from '../rpc/hooks.ts';
import { runCommandById, useOfferedCommands } from '../shell/commands/command-registry.ts';
import { navigate } from '../shell/navigation/navigation.ts';
import { commandIds, commands, keysLabel } from '../shell/commands/shortcuts.ts';
import classes from './frame.module.css';

export function openPalette(): void {
  spotlight.open();
}

const DRAFTS_SHOWN = 8;

/** Ctrl+K: every command on offer just now, and the drafts by title. */
export function CommandPalette() {
  const { t } = useTranslation('app');
  const nameOf = useDraftName();
  const offered = useOfferedCommands();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const drafts = useQueryCall(
    'documents.list',
    {
      search: query.trim().slice(0, 200),
      state: 'all',
      sort: 'updatedAt',
      direction: 'desc',
      page: { offset: 0, limit: DRAFTS_SHOWN },
    },
    { keepPrevious: true, enabled: open },
  );
  const actions = [
    {
      group: t('palette.commands'),
      actions: commandIds
        .filter((id) => offered.has(id) && !('editor' in commands[id]) && id !== 'view.palette')
        .map((id) => ({
          id,
          label: t(`command.${id}`),
          onClick: () => void runCommandById(id),
          rightSection: keysLabel(id) === '' ? undefined : <kbd className={classes.keys}>{keysLabel(id)}</kbd>,
        })),
    },
    {
      group: t('palette.drafts'),
      actions: (drafts.data ?? []).map((draft) => ({
        id: draft.id,
        label: nameOf(draft),
        description: [draft.caseNumber, draft.members].filter((part) => part !== '').join(' · '),
        keywords: [draft.caseNumber, draft.members, query],
        leftSection: <IconFileText size={18} aria-hidden />,
        onClick: () => void navigate({ name: 'draft', documentId: draft.id }),
      })),
    },
  ];
  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => setOpen(false)}
      scrollable
      attributes={{ content: { 'aria-label': t('command.view.palette') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      maxHeight={420}
      nothingFound={t('palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}
