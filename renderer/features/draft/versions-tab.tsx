import { Badge, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VersionInfo } from '#shared/contract/versions.ts';
import { keysLabel } from '../../shell/commands/shortcuts.ts';
import { useFormats } from '../../i18n/format.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import chip from '../../ui/chip.module.css';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import type { OpenDraft } from './open-draft.ts';
import classes from '../letter/letter.module.css';

interface VersionsTabProps {
  draft: OpenDraft;
  shownVersion: number | null;
  onShowVersion: (version: number | null) => void;
  onNameVersion: () => void;
}

export function VersionsTab({ draft, shownVersion, onShowVersion, onNameVersion }: VersionsTabProps) {
  const { t } = useTranslation('draft');
  const formats = useFormats();
  const list = useQueryCall('versions.list', { documentId: draft.documentId }, { keepPrevious: true });
  if (list.error) return <ErrorView error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LoadingRows rows={6} height={44} />;
  const versions = list.data.toSorted((a, b) => b.version - a.version);
  const newest = versions[0]?.version;
  const days = Map.groupBy(versions, ({ createdAt }) => formats.day(createdAt));
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
              {ofDay.map((version) => (
                <VersionItem
                  key={version.version}
                  version={version}
                  isNewest={version.version === newest}
                  isShown={shownVersion === version.version}
                  onShow={() => onShowVersion(version.version === newest ? null : version.version)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Stack>
  );
}

function VersionItem(props: { version: VersionInfo; isNewest: boolean; isShown: boolean; onShow: () => void }) {
  const { t } = useTranslation('draft');
  const formats = useFormats();
  const { version, isNewest } = props;
  return (
    <li>
      <UnstyledButton className={classes.version} aria-current={props.isShown || undefined} onClick={props.onShow}>
        <Group gap="xs" wrap="nowrap">
          <Text component="span" fz="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {formats.time(version.createdAt)}
          </Text>
          <Text component="span" fz="sm" fw={version.name === '' ? undefined : 600} truncate flex={1}>
            {version.name === '' ? t(`versionKind.${version.kind}`) : version.name}
          </Text>
          {isNewest && (
            <Badge className={chip.chip} data-tone="success" variant="default" tt="none">
              {t('versions.current')}
            </Badge>
          )}
        </Group>
        <Text c="dimmed" fz="xs">
          {[version.author, t('status.characters', { characters: formats.number(version.characters) })]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </UnstyledButton>
    </li>
  );
}
