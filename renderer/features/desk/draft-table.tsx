import { Anchor, Checkbox, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '#shared/contract/documents.ts';
import type { Input } from '#shared/contract/index.ts';
import { useFormats } from '../../i18n/format.ts';
import { DaysLeft } from '../../ui/days-left.tsx';
import { useDraftName } from '../../ui/use-draft-name.ts';
import { useNow } from '../../ui/use-now.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import type { Selection } from './use-selection.ts';
import classes from './desk.module.css';

export type Sort = Pick<Input<'documents.list'>, 'sort' | 'direction'>;

interface DraftTableProps {
  label: string;
  drafts: readonly DocumentSummary[];
  selection: Selection;
  /** Absent in the trash, which is sorted by the time of trashing. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** px; where the list was left. */
  scroll?: number;
  onScroll?: (top: number) => void;
  onOpen: (draft: DocumentSummary) => void;
  onDelete: (ids: string[]) => void;
  menu: (draft: DocumentSummary) => ReactNode;
}

/** rem; must equal the height in the style sheet. */
const ROW_REM = 2.75;
const OVERSCAN_ROWS = 10;

/**
 * The list of drafts as a grid: one stop for Tab, arrows inside. Only the rows in sight exist, so that thousands of
 * drafts scroll as easily as ten.
 */
export function DraftTable(props: DraftTableProps) {
  const { drafts, selection, onOpen, onDelete, scroll = 0, onScroll } = props;
  const { t } = useTranslation('desk');
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const rowHeight = ROW_REM * rootFontSize();
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - OVERSCAN_ROWS);
  const last = Math.min(drafts.length, Math.ceil((sight.top + sight.height) / rowHeight) + OVERSCAN_ROWS);
  const activeIndex = drafts.findIndex(({ id }) => id === selection.activeId);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    element.scrollTop = scroll;
    const observer = new ResizeObserver(() => setSight({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
    // The place it was left at is for the first sight of it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const moveTo = (index: number, extend: boolean) => {
    const draft = drafts[Math.min(Math.max(index, 0), drafts.length - 1)];
    const element = scroller.current;
    if (!draft || !element) return;
    if (extend) selection.toggle(draft.id, true);
    else selection.setActive(draft.id);
    const top = drafts.indexOf(draft) * rowHeight;
    const head = rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight + head > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight + head - element.clientHeight;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const active = drafts[activeIndex];
    const page = Math.max(1, Math.floor(sight.height / rowHeight) - 1);
    const targets: Record<string, number> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex === -1 ? 0 : activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: drafts.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) moveTo(target, event.shiftKey);
    else if (event.key === 'Enter' && active) onOpen(active);
    else if (event.key === ' ' && active) selection.toggle(active.id);
    else if (event.key === 'Delete' && (selection.selected.size > 0 || active)) {
      onDelete(selection.selected.size > 0 ? [...selection.selected] : active ? [active.id] : []);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection.selectAll();
    else if (event.key === 'Escape' && selection.selected.size > 0) selection.clear();
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && active) setMenuFor(active.id);
    else return;
    event.preventDefault();
  };

  const { selected } = selection;
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onScroll={({ currentTarget }) => {
        setSight({ top: currentTarget.scrollTop, height: currentTarget.clientHeight });
        onScroll?.(currentTarget.scrollTop);
      }}
    >
      <table
        role="grid"
        aria-label={props.label}
        aria-multiselectable
        aria-rowcount={drafts.length + 1}
        aria-activedescendant={selection.activeId === null ? undefined : rowId(selection.activeId)}
        tabIndex={0}
        data-region-start
        className={classes.table}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && activeIndex === -1 && drafts[0])
            selection.setActive(drafts[0].id);
        }}
      >
        <thead>
          <tr>
            <th className={classes.tick}>
              <Checkbox
                aria-label={t('selectAll')}
                checked={selected.size > 0 && selected.size === drafts.length}
                indeterminate={selected.size > 0 && selected.size < drafts.length}
                onChange={() => selection.toggleAll()}
              />
            </th>
            <th className={classes.state}>{t('column.state')}</th>
            <SortHead {...props} column="caseNumber" className={classes.number} />
            <SortHead {...props} column="title" />
            <th className={classes.members}>{t('column.members')}</th>
            <SortHead {...props} column="dueOn" className={classes.due} />
            <SortHead {...props} column="updatedAt" className={classes.updated} />
            <th className={classes.actions}>
              <span className={classes.hidden}>{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden style={{ height: first * rowHeight }} />}
          {drafts.slice(first, last).map((draft, index) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              rowIndex={first + index + 2}
              selection={selection}
              onOpen={onOpen}
              menu={props.menu}
              menuOpen={menuFor === draft.id}
              onMenu={(open) => setMenuFor(open ? draft.id : null)}
            />
          ))}
          {last < drafts.length && <tr aria-hidden style={{ height: (drafts.length - last) * rowHeight }} />}
        </tbody>
      </table>
    </div>
  );
}

function rowId(id: string): string {
  return `draft-row-${id}`;
}

function rootFontSize(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function SortHead({
  sort,
  onSort,
  column,
  className,
}: Pick<DraftTableProps, 'sort' | 'onSort'> & { column: Sort['sort']; className?: string | undefined }) {
  const { t } = useTranslation('desk');
  if (!sort || !onSort) return <th className={className}>{t(`column.${column}`)}</th>;
  const active = sort.sort === column;
  const Arrow = sort.direction === 'asc' ? IconArrowUp : IconArrowDown;
  const direction =
    active && sort.direction === 'asc' ? 'desc' : active ? 'asc' : column === 'updatedAt' ? 'desc' : 'asc';
  return (
    <th className={className} aria-sort={active ? (sort.direction === 'asc' ? 'ascending' : 'descending') : 'none'}>
      <UnstyledButton className={classes.sort} onClick={() => onSort({ sort: column, direction })}>
        {t(`column.${column}`)}
        {active && <Arrow size={14} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

interface DraftRowProps {
  draft: DocumentSummary;
  rowIndex: number;
  selection: Selection;
  onOpen: (draft: DocumentSummary) => void;
  menu: (draft: DocumentSummary) => ReactNode;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
}

function DraftRow({ draft, rowIndex, selection, onOpen, menu, menuOpen, onMenu }: DraftRowProps) {
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const now = useNow();
  const title = useDraftName()(draft);
  const isSelected = selection.selected.has(draft.id);
  const row = (
    <tr
      id={rowId(draft.id)}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      data-active={selection.activeId === draft.id || undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) selection.toggle(draft.id, event.shiftKey);
        else selection.setActive(draft.id);
      }}
      onDoubleClick={() => onOpen(draft)}
      onContextMenu={() => selection.setActive(draft.id)}
    >
      <td
        className={classes.tick}
        onDoubleClick={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation();
          selection.toggle(draft.id, event.shiftKey);
        }}
      >
        <Checkbox
          tabIndex={-1}
          aria-label={t('select', { title })}
          checked={isSelected}
          // The click goes on to the cell, a larger target.
          onChange={() => undefined}
        />
      </td>
      <td className={classes.state}>
        <StateChip state={draft.state} />
      </td>
      <td className={`${classes.digits} ${classes.number}`}>
        {draft.caseNumber === '' ? (
          <Text c="dimmed" component="span" fz="sm">
            —
          </Text>
        ) : (
          draft.caseNumber
        )}
      </td>
      <td>
        <Anchor
          component="button"
          type="button"
          tabIndex={-1}
          className={classes.title}
          title={title}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onOpen(draft);
          }}
        >
          {draft.title === '' ? <span className={classes.untitled}>{title}</span> : title}
        </Anchor>
      </td>
      <td className={classes.members} title={draft.members}>
        <span className={classes.cut}>{draft.members}</span>
      </td>
      <td className={classes.digits}>
        <DaysLeft dueOn={draft.dueOn} finished={draft.state === 'finished'} now={now} />
      </td>
      <td className={`${classes.digits} ${classes.updated}`} title={formats.dateTime(draft.updatedAt)}>
        {formats.moment(draft.updatedAt, now)}
        {draft.updatedBy !== '' && <span className={classes.by}>{draft.updatedBy}</span>}
      </td>
      <td className={classes.actions} onDoubleClick={(event) => event.stopPropagation()}>
        <Menu position="bottom-end" opened={menuOpen} onChange={onMenu} withinPortal>
          <Menu.Target>
            <IconAction label={t('rowMenu', { title })} tabIndex={-1}>
              <IconDots size={18} />
            </IconAction>
          </Menu.Target>
          <Menu.Dropdown>{menu(draft)}</Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
  return (
    <Menu withinPortal>
      <Menu.ContextMenu>{row}</Menu.ContextMenu>
      <Menu.Dropdown>{menu(draft)}</Menu.Dropdown>
    </Menu>
  );
}
