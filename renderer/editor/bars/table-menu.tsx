import { Menu, Popover } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import type { LetterSession } from '../api.ts';
import { useStore } from '../paper/use-store.ts';
import classes from './bars.module.css';
import { TableItems } from './table-items.tsx';
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
  return (
    <Menu position="bottom-start" disabled={disabled} returnFocus={false} trapFocus={false}>
      <Menu.Target>
        <IconAction label={t('bar.table')} variant="light" color="blue" aria-disabled={disabled}>
          <IconTable size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown onMouseDown={keepFocus}>
        <TableItems session={session} />
      </Menu.Dropdown>
    </Menu>
  );
}
