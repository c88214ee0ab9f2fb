import { Menu, Popover } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconAction } from '../../ui/icon-action.tsx';
import type { LetterSession } from '../api.ts';
import { useStore } from '../paper/use-store.ts';
import classes from './bars.module.css';
import { keepFocus, switchedOff } from './tool-state.ts';

const MAX_ROWS = 8;
const MAX_COLUMNS = 6;

interface TableMenuProps {
  session: LetterSession;
  disabled: boolean;
}

/** Outside a table a grid to choose its size from, inside one what can be done to it. */
export function TableMenu(props: TableMenuProps) {
  const { inTable } = useStore(props.session.selection);
  return inTable ? <TableActions {...props} /> : <TableSize {...props} />;
}

function TableSize({ session, disabled }: TableMenuProps) {
  const { t } = useTranslation('editor');
  const [open, setOpen] = useState(false);
  const [size, setSize] = useState({ rows: 3, columns: 3 });
  return (
    <Popover opened={open && !disabled} onChange={setOpen} position="bottom-start" returnFocus={false}>
      <Popover.Target>
        <IconAction label={t('bar.insertTable')} {...switchedOff(disabled)} onClick={() => setOpen(!open && !disabled)}>
          <IconTable size={18} />
        </IconAction>
      </Popover.Target>
      <Popover.Dropdown onMouseDown={keepFocus}>
        <div className={classes.tableGrid} role="group" aria-label={t('bar.insertTable')}>
          {Array.from({ length: MAX_ROWS * MAX_COLUMNS }, (_, place) => {
            const rows = Math.floor(place / MAX_COLUMNS) + 1;
            const columns = (place % MAX_COLUMNS) + 1;
            return (
              <button
                key={place}
                type="button"
                aria-label={t('bar.tableSize', { rows, columns })}
                data-chosen={rows <= size.rows && columns <= size.columns}
                onMouseEnter={() => setSize({ rows, columns })}
                onFocus={() => setSize({ rows, columns })}
                onClick={() => {
                  setOpen(false);
                  session.commands.insertTable(rows, columns);
                }}
              />
            );
          })}
        </div>
        <div className={classes.tableSize} aria-hidden>
          {t('bar.tableSize', size)}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function TableActions({ session, disabled }: TableMenuProps) {
  const { t } = useTranslation('editor');
  const { commands } = session;
  const { tableHeader } = useStore(session.selection);
  return (
    <Menu position="bottom-start" disabled={disabled} returnFocus={false} trapFocus={false}>
      <Menu.Target>
        <IconAction label={t('bar.table')} variant="light" color="blue" aria-disabled={disabled}>
          <IconTable size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown onMouseDown={keepFocus}>
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
      </Menu.Dropdown>
    </Menu>
  );
}
