import { Badge, Button, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowLeft,
  IconBookmark,
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconDots,
  IconFileExport,
  IconKeyboard,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMailForward,
  IconMaximize,
  IconSearch,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { documentStates } from '#shared/contract/documents.ts';
import { runCommandById } from '../../shell/commands/command-registry.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { ariaKeys, keysLabel, type CommandId } from '../../shell/commands/shortcuts.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { notify } from '../../shell/toasts.tsx';
import { useDraftName } from '../../ui/use-draft-name.ts';
import { showError } from '../../shell/errors/show-error.tsx';
import chip from '../../ui/chip.module.css';
import { useTrash } from '../desk/use-trash.ts';
import { useStore } from '../letter/store.ts';
import type { OpenDraft } from './open-draft.ts';
import { useDraftState } from './use-draft-state.ts';
import { SaveStatusView } from '../letter/save-status.tsx';
import classes from '../letter/letter.module.css';

interface DraftBarProps {
  draft: OpenDraft;
  onExport: () => void;
  onNameVersion: () => void;
  onSaveTemplate: () => void;
}

export function DraftBar({ draft, onExport, onNameVersion, onSaveTemplate }: DraftBarProps) {
  const { t } = useTranslation(['draft', 'common']);
  const title = useStore(draft.title);
  const { caseFacts } = useStore(draft.facts);
  const nameOf = useDraftName();
  const { outlineOpen, inspectorOpen } = usePanels();
  return (
    <>
      <IconAction label={t('backToDesk')} onClick={() => void navigate({ name: 'desk' })}>
        <IconArrowLeft size={18} />
      </IconAction>
      <IconAction
        label={t('outline.toggle')}
        command="view.outline"
        aria-pressed={outlineOpen}
        onClick={() => runCommandById('view.outline')}
      >
        <IconLayoutSidebar size={18} />
      </IconAction>
      <h1 className={classes.heading}>
        <Tooltip label={t('editTitle')}>
          <UnstyledButton
            className={classes.title}
            aria-label={t('editTitleOf', { title })}
            onClick={() => draft.letter.focusPart('title')}
          >
            {nameOf({ title, caseTitle: caseFacts.title })}
          </UnstyledButton>
        </Tooltip>
      </h1>
      <StateMenu draft={draft} />
      <SaveStatusView session={draft.session} />
      <div className={classes.spacer} />
      <IconAction label={t('find')} command="draft.find" onClick={() => runCommandById('draft.find')}>
        <IconSearch size={18} />
      </IconAction>
      <Button
        leftSection={<IconFileExport size={18} aria-hidden />}
        aria-keyshortcuts={ariaKeys('draft.export')}
        title={keysLabel('draft.export')}
        onClick={onExport}
      >
        {t('export')}
      </Button>
      <IconAction
        label={t('inspector.toggle')}
        command="view.inspector"
        aria-pressed={inspectorOpen}
        onClick={() => runCommandById('view.inspector')}
      >
        <IconLayoutSidebarRight size={18} />
      </IconAction>
      <MoreMenu draft={draft} onNameVersion={onNameVersion} onSaveTemplate={onSaveTemplate} />
    </>
  );
}

function StateMenu({ draft }: { draft: OpenDraft }) {
  const { t } = useTranslation(['draft', 'common']);
  const { t: common } = useTranslation();
  const { state, choose } = useDraftState(draft);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton mih={32} aria-label={t('stateOf', { state: common(`state.${state}`) })}>
          <Badge
            className={chip.chip}
            data-tone={state === 'finished' ? 'success' : 'accent'}
            variant="default"
            tt="none"
            rightSection={<IconChevronDown size={12} aria-hidden />}
          >
            {common(`state.${state}`)}
          </Badge>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {documentStates.map((value) => (
          <Menu.Item
            key={value}
            leftSection={<IconCheck size={16} aria-hidden visibility={value === state ? 'visible' : 'hidden'} />}
            aria-current={value === state || undefined}
            onClick={() => void choose(value)}
          >
            {common(`state.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function MoreMenu({ draft, onNameVersion, onSaveTemplate }: Omit<DraftBarProps, 'onExport'>) {
  const { t } = useTranslation(['draft', 'common']);
  const { t: app } = useTranslation('app');
  const { t: sheets } = useTranslation('sheets');
  const backend = useBackend();
  const trash = useTrash();
  const keys = (command: CommandId) => keysLabel(command);
  const duplicate = async () => {
    try {
      if (!(await draft.session.flush(5000))) return;
      const { documentId } = await runCommand(backend, 'documents.duplicate', { documentId: draft.documentId });
      await navigate({ name: 'draft', documentId });
      notify(t('duplicated'));
    } catch (reason) {
      showError(toWireError(reason));
    }
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <IconAction label={t('common:more')}>
          <IconDots size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconBookmark size={16} aria-hidden />}
          rightSection={keys('draft.nameVersion')}
          onClick={onNameVersion}
        >
          {t('nameVersion.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void duplicate()}>
          {t('duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMailForward size={16} aria-hidden />}
          rightSection={keys('draft.sheets')}
          onClick={() => runCommandById('draft.sheets')}
        >
          {sheets('menu')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTemplate size={16} aria-hidden />} onClick={onSaveTemplate}>
          {t('saveTemplate.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconMaximize size={16} aria-hidden />}
          rightSection={keys('view.focusMode')}
          onClick={() => runCommandById('view.focusMode')}
        >
          {app('command.view.focusMode')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} aria-hidden />}
          rightSection={keys('app.shortcuts')}
          onClick={() => runCommandById('app.shortcuts')}
        >
          {app('command.app.shortcuts')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => {
            void navigate({ name: 'desk' }).then(() => trash([draft.documentId]));
          }}
        >
          {t('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
