import { Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenPoint } from '#shared/document/open-points.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LetterLines } from './letter-lines.tsx';
import { jumpFromExport, type ReviewedLetter } from './use-publication.ts';
import classes from './export.module.css';

interface OpenPointsProps {
  letters: readonly ReviewedLetter[];
  onClose: () => void;
}

/** What letters still lack, named before they leave: of one letter each point with the way to it, of several how many. */
export function OpenPoints({ letters, onClose }: OpenPointsProps) {
  const { t } = useTranslation('exporting');
  const unfinished = letters.filter(({ open }) => open.length > 0);
  const [first] = unfinished;
  if (!first) return null;
  if (letters.length > 1) {
    return (
      <Notice tone="warning" title={t('open.titleMany', { count: unfinished.length })}>
        <LetterLines letters={unfinished} isBatch detail={({ open }) => t('open.count', { count: open.length })} />
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title={t('open.title', { count: first.open.length })}>
      <ul className={classes.open} aria-label={t('open.title', { count: first.open.length })}>
        {first.open.map((point, index) => (
          <Point key={index} point={point} documentId={first.documentId} onClose={onClose} />
        ))}
      </ul>
    </Notice>
  );
}

function Point({ point, documentId, onClose }: { point: OpenPoint; documentId: string; onClose: () => void }) {
  const { t } = useTranslation(['exporting', 'publication', 'editor', 'importing']);
  const said = (): string => {
    switch (point.kind) {
      case 'missing':
        return t('exporting:open.missing', { part: t(`publication:part.${point.where.part}`) });
      case 'emptyField':
        return t('exporting:open.emptyField', { field: t(`editor:field.${point.field}`) });
      case 'prompt':
        return t('exporting:open.prompt', { text: point.text });
      case 'import':
        return t(`importing:warning.${point.code}`);
    }
  };
  const go = async () => {
    if (point.kind !== 'import') {
      await jumpFromExport({ documentId, where: point.where, offset: 0 }, onClose);
      return;
    }
    onClose();
    usePanels.setState({ inspectorTab: 'import', inspectorOpen: true });
    await navigate({ name: 'draft', documentId });
  };
  const text = said();
  return (
    <li>
      <Text fz="sm" truncate title={text} flex={1}>
        {text}
        {point.kind === 'import' && point.quote !== '' && (
          <Text component="span" fz="xs" c="dimmed" ml="xs">
            {point.quote}
          </Text>
        )}
      </Text>
      <IconAction label={t('exporting:open.jump', { what: text })} onClick={() => void go()}>
        <IconArrowRight size={18} />
      </IconAction>
    </li>
  );
}
