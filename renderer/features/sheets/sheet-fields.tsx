import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import classes from './sheets.module.css';

interface SheetFieldsProps {
  letter: Output<'sheets.fields'>['letters'][number];
  /** Of letters besides the one shown. */
  others: number;
  /** Nothing else is asked, so there is room for more of them. */
  isAlone: boolean;
}

/** What of a letter is printed on the sheet, and what is left to be written by hand. Names are those on the paper. */
export function SheetFields({ letter, others, isAlone }: SheetFieldsProps) {
  const { t } = useTranslation(['sheets', 'common']);
  const filled = letter.fields.filter(({ value }) => value !== '');
  const blank = letter.fields.filter(({ value }) => value === '');
  return (
    <div>
      {others > 0 && (
        <Text fz="xs" c="dimmed" mb={4}>
          {t('shownFirst', { title: letter.title === '' ? t('untitled') : letter.title, count: others })}
        </Text>
      )}
      <dl className={classes.fields} data-alone={isAlone || undefined}>
        {filled.map(({ name, value }) => (
          <div key={name}>
            <dt lang="zh-CN">{name}</dt>
            <dd lang="zh-CN" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {blank.length > 0 && (
        <Text fz="sm" mt="xs">
          <Text span c="dimmed">
            {t('blank')}
          </Text>
          <span lang="zh-CN">{blank.map(({ name }) => name).join('、')}</span>
        </Text>
      )}
    </div>
  );
}
