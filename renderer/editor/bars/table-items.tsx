import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterSession } from '../api.ts';
import { useStore } from '../paper/use-store.ts';

const alignments = ['left', 'center', 'right'] as const;

/** What can be done to the table of the selection. */
export function TableItems({ session }: { session: LetterSession }) {
  const { t } = useTranslation('editor');
  const { commands } = session;
  const { tableHeader, cellAlign } = useStore(session.selection);
  return (
    <>
      <Menu.Item onClick={() => commands.insertRow('above')}>{t('bar.rowAbove')}</Menu.Item>
      <Menu.Item onClick={() => commands.insertRow('below')}>{t('bar.rowBelow')}</Menu.Item>
      <Menu.Item onClick={() => commands.insertColumn('left')}>{t('bar.columnLeft')}</Menu.Item>
      <Menu.Item onClick={() => commands.insertColumn('right')}>{t('bar.columnRight')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item aria-checked={tableHeader ?? false} onClick={() => commands.toggleTableHeader()}>
        {tableHeader ? '✓ ' : ''}
        {t('bar.tableHeader')}
      </Menu.Item>
      <Menu.Item onClick={() => commands.mergeCells()}>{t('bar.mergeCells')}</Menu.Item>
      <Menu.Item onClick={() => commands.splitCell()}>{t('bar.splitCell')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => commands.deleteRow()}>{t('bar.deleteRow')}</Menu.Item>
      <Menu.Item onClick={() => commands.deleteColumn()}>{t('bar.deleteColumn')}</Menu.Item>
      <Menu.Item color="red" onClick={() => commands.deleteTable()}>
        {t('bar.deleteTable')}
      </Menu.Item>
      <Menu.Divider />
      {alignments.map((align) => (
        <Menu.Item key={align} aria-checked={cellAlign === align} onClick={() => commands.alignCells(align)}>
          {t(`bar.align.${align}`)}
        </Menu.Item>
      ))}
    </>
  );
}
