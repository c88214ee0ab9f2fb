import { Badge, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RevisionInfo } from '#shared/contract/revisions.ts';
import { keysLabel } from '../../shell/commands/shortcuts.ts';
import { useFormats } from '../../i18n/format.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import chip from '../../ui/chip.module.css';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import type { OpenDraft } from './open-draft.ts';
import classes from './draft.module.css';

interface VersionsTabProps {
  draft: OpenDraft;
  shownRevision: number | null;
  onShowRevision: (revision: number | null) => void;
  onNameVersion: () => void;
}

export function VersionsTab({ draft, shownRevision, onShowRevision, onNameVersion }: VersionsTabProps) {
  const { t } = useTranslation('draft');
  const formats = useFormats();
  const list = useQueryCall('revisions.list', { documentId: draft.documentId }, { keepPrevious: true });
  if (list.error) return <ErrorView error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LoadingRows rows={6} height={44} />;
  const revisions = list.data.toSorted((a, b) => b.revision - a.revision);
  const newest = revisions[0]?.revision;
  const days = Map.groupBy(revisions, ({ createdAt }) => formats.day(createdAt));
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        leftSection={<IconBookmark size={16} aria-hidden />}
        title={keysLabel('draft.nameVersion')}
        onClick={onNameVersion}
      >
        {t('nameVersion.title')}
      </Button>
      <div role="group" aria-label={t('inspector.versions')}>
        {[...days].map(([day, ofDay]) => (
          <section key={day} aria-label={day}>
            <div className={classes.day}>{day}</div>
            <ul className={classes.versions}>
              {ofDay.map((revision) => (
                <VersionItem
                  key={revision.revision}
                  revision={revision}
                  isNewest={revision.revision === newest}
                  isShown={shownRevision === revision.revision}
                  onShow={() => onShowRevision(revision.revision === newest ? null : revision.revision)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Stack>
  );
}

function VersionItem(props: { revision: RevisionInfo; isNewest: boolean; isShown: boolean; onShow: () => void }) {
  const { t } = useTranslation('draft');
  const formats = useFormats();
  const { revision, isNewest } = props;
  return (
    <li>
      <UnstyledButton className={classes.version} aria-current={props.isShown || undefined} onClick={props.onShow}>
        <Group gap="xs" wrap="nowrap">
          <Text component="span" fz="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {formats.time(revision.createdAt)}
          </Text>
          <Text component="span" fz="sm" fw={revision.name === '' ? undefined : 600} truncate flex={1}>
            {revision.name === '' ? t(`versionKind.${revision.kind}`) : revision.name}
          </Text>
          {isNewest && (
            <Badge className={chip.chip} data-tone="success" variant="default" tt="none">
              {t('versions.current')}
            </Badge>
          )}
        </Group>
        <Text c="dimmed" fz="xs">
          {[revision.author, t('status.characters', { characters: formats.number(revision.characters) })]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </UnstyledButton>
    </li>
  );
}
