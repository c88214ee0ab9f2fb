import { Checkbox, SegmentedControl } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding, FindingAction, FindingReason } from '#shared/document/redaction/finding.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import classes from './publication.module.css';

interface FindingRowProps {
  finding: Finding;
  action: FindingAction;
  onDecide: (action: FindingAction) => void;
  onJump: () => void;
}

/** Reasons one has to know to decide. */
const remarked = new Set<FindingReason>(['checksumWrong', 'repeated']);

/** One thing that is not for the public, in its sentence. Unticked it is kept, and shown as that. */
export function FindingRow({ finding, action, onDecide, onJump }: FindingRowProps) {
  const { t } = useTranslation('publication');
  const { kind, reason, text, before, after, where, suggestion } = finding;
  return (
    <li className={classes.finding} data-action={action}>
      <Checkbox
        aria-label={t('findings.takeOut', { text })}
        checked={action !== 'keep'}
        onChange={(event) => onDecide(event.currentTarget.checked ? suggestion : 'keep')}
      />
      <div className={classes.found}>
        <div className={classes.what} title={t(`reason.${reason}`)}>
          <span>{t(`kind.${kind}`)}</span>
          <span className={classes.where}>{t(`part.${where.part}`)}</span>
          {remarked.has(reason) && <span className={classes.where}>{t(`reason.${reason}`)}</span>}
        </div>
        <div className={classes.quote}>
          {before}
          <mark>{text}</mark>
          {action === 'mask' && <ins>××</ins>}
          {after}
        </div>
      </div>
      {action === 'keep' ? (
        <span className={classes.kept}>{t('findings.kept')}</span>
      ) : (
        <SegmentedControl
          size="sm"
          className={classes.how ?? ''}
          aria-label={t('findings.how', { text })}
          value={action}
          data={(['remove', 'mask'] as const).map((value) => ({ value, label: t(`action.${value}`) }))}
          onChange={(value) => onDecide(value === 'mask' ? 'mask' : 'remove')}
        />
      )}
      <IconAction label={t('findings.jump', { text })} onClick={onJump}>
        <IconArrowRight size={18} />
      </IconAction>
    </li>
  );
}
