import { Button, Text } from '@mantine/core';
import { IconTypography } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { Notice } from '../../ui/notice.tsx';
import { substitutionsOf, WrittenFiles } from '../files/written-files.tsx';

interface SheetResultProps {
  result: Output<'sheets.run'>;
  onClose: () => void;
  onBack: () => void;
}

export function SheetResult({ result, onClose, onBack }: SheetResultProps) {
  const { t } = useTranslation('sheets');
  const { files, failed } = result;
  return (
    <WrittenFiles
      files={files}
      failed={failed}
      done={t('made', { count: files.length })}
      after={<PrintNotices result={result} />}
      back={
        <Button variant="default" onClick={onBack}>
          {t('another')}
        </Button>
      }
      onClose={onClose}
    />
  );
}

/** Texts that did not fit, fonts that are missing. */
function PrintNotices({ result: { cut, files } }: { result: Output<'sheets.run'> }) {
  const { t } = useTranslation(['sheets', 'exporting', 'common']);
  const replaced = substitutionsOf(files);
  return (
    <>
      {cut.length > 0 && (
        <Notice tone="warning" title={t('cut')}>
          {cut.map((text) => (
            <Text key={text} fz="sm" lineClamp={2}>
              {text}
            </Text>
          ))}
        </Notice>
      )}
      {replaced.length > 0 && (
        <Notice tone="neutral" icon={<IconTypography size={18} aria-hidden />} title={t('exporting:substitutions')}>
          <Text fz="sm">
            {replaced
              .map(([wanted, used]) => t('exporting:substitution', { wanted, used }))
              .join(t('common:listSeparator'))}
          </Text>
        </Notice>
      )}
    </>
  );
}
