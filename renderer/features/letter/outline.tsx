import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Menu, Text } from '@mantine/core';
import { memo, useCallback, useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterSession, OutlineEntry } from '../../editor/api.ts';
import { useStore } from './store.ts';
import { moveTarget, previousSibling, subtreeEnd } from './outline-move.ts';
import classes from './letter.module.css';

/**
 * Sections and headings of the letter. A click goes there; dragging moves a heading with all under it. By keyboard:
 * arrows go, Alt with arrows moves, Enter jumps into the text.
 */
export function Outline({ letter }: { letter: LetterSession }) {
  const { t } = useTranslation('draft');
  const entries = useStore(letter.outline);
  const list = useRef<HTMLUListElement>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates, keyboardCodes: noKeyboardDrag }),
  );
  const move = (from: number, onto: number) => {
    const entry = entries[from];
    const target = moveTarget(entries, from, onto);
    if (entry?.blockId && target) letter.moveOutlineEntry(entry.blockId, target);
  };
  const moveBy = useRef<OutlineItemProps['moveBy']>(() => undefined);
  useEffect(() => {
    moveBy.current = (key, step) => {
      const at = entries.findIndex((entry) => keyOf(entry) === key);
      if (at !== -1) move(at, step === 1 ? subtreeEnd(entries, at) : previousSibling(entries, at));
    };
  });
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = entries.findIndex((entry) => keyOf(entry) === active.id);
    const onto = over ? entries.findIndex((entry) => keyOf(entry) === over.id) : -1;
    if (from !== -1 && onto !== -1) move(from, onto);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (at === -1) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const entry = entries[at];
    if (!event.altKey) buttons[at + step]?.focus();
    else if (entry) moveBy.current(keyOf(entry), step);
  };
  const callMoveBy = useCallback<OutlineItemProps['moveBy']>((key, step) => moveBy.current(key, step), []);
  const current = entries.findIndex((entry) => entry.current);
  // The same array while the same entries stand in the same order: another one would draw every item anew.
  const joinedKeys = entries.map(keyOf).join(' ');
  const keys = useMemo(() => joinedKeys.split(' '), [joinedKeys]);
  return (
    <>
      <div className={classes.sideTitle}>{t('outline.label')}</div>
      {entries.length === 0 ? (
        <Text c="dimmed" fz="sm" px="sm">
          {t('outline.empty')}
        </Text>
      ) : (
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t('outline.moveHint') } }}
          onDragEnd={onDragEnd}
        >
          <SortableContext items={keys} strategy={verticalListSortingStrategy}>
            <ul ref={list} className={classes.outlineList} onKeyDown={onKeyDown}>
              {entries.map((entry, index) => (
                <OutlineItem
                  key={keyOf(entry)}
                  entry={entry}
                  letter={letter}
                  goTo={entry.goTo}
                  isTabStop={index === Math.max(0, current)}
                  moveBy={callMoveBy}
                />
              ))}
            </ul>
          </SortableContext>
        </DndContext>
      )}
    </>
  );
}

// The list has arrow keys of its own; dnd-kit's would take Space and Enter from the buttons.
const noKeyboardDrag = { start: [], cancel: [], end: [] };

// The library's own are English; who drags with a pointer sees where the heading goes.
const nothing = () => undefined;
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };

function keyOf(entry: OutlineEntry): string {
  return entry.blockId ?? `section-${entry.sectionId}`;
}

interface OutlineItemProps {
  entry: OutlineEntry;
  letter: LetterSession;
  /** Block to put the caret into; null for a section without any. */
  goTo: string | null;
  isTabStop: boolean;
  /** Past the heading before or after it; the same function for the whole life of the list. */
  moveBy: (key: string, step: 1 | -1) => void;
}

/** Drawn anew only when it reads differently: the outline is told of every change in the letter. */
const OutlineItem = memo(function OutlineItem({ entry, letter, goTo, isTabStop, moveBy }: OutlineItemProps) {
  const { t } = useTranslation('draft');
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: keyOf(entry),
    disabled: { draggable: entry.kind === 'section' },
  });
  const text =
    entry.text ||
    entry.prompt ||
    (entry.kind === 'section' && entry.label === '' ? t(`section.${entry.role}`) : t('outline.noText'));
  const jump = () => {
    if (goTo !== null) letter.focusBlock(goTo, 'end');
    else letter.focusPart('body');
  };
  return (
    <li ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <Menu returnFocus={false}>
        <Menu.ContextMenu>
          <button
            type="button"
            className={classes.outlineEntry}
            style={{ '--level': Math.max(0, entry.level - 1) } as CSSProperties}
            data-kind={entry.kind}
            data-dragging={isDragging || undefined}
            aria-current={entry.current ? 'true' : undefined}
            aria-label={entry.empty ? t('outline.emptyEntry', { text: entry.label + text }) : entry.label + text}
            title={entry.label + text}
            aria-describedby={entry.kind === 'heading' ? attributes['aria-describedby'] : undefined}
            tabIndex={isTabStop ? 0 : -1}
            onClick={jump}
            {...listeners}
          >
            <span className={classes.outlineText}>
              {entry.label}
              {entry.kind === 'section' && entry.label !== '' && ' '}
              {text}
            </span>
            {entry.empty && <span className={classes.outlineEmpty}>{t('outline.unwritten')}</span>}
          </button>
        </Menu.ContextMenu>
        <Menu.Dropdown>
          <Menu.Item onClick={jump}>{t('outline.jump')}</Menu.Item>
          {entry.blockId !== null && entry.kind === 'heading' && (
            <HeadingItems letter={letter} blockId={entry.blockId} level={entry.level} moveBy={moveBy} />
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}, isSameItem);

interface HeadingItemsProps extends Pick<OutlineItemProps, 'letter' | 'moveBy'> {
  blockId: string;
  level: number;
}

function HeadingItems({ letter, blockId, level, moveBy }: HeadingItemsProps) {
  const { t } = useTranslation(['draft', 'editor']);
  const { readOnly } = useStore(letter.selection);
  return (
    <>
      <Menu.Divider />
      <Menu.Item disabled={readOnly} onClick={() => moveBy(blockId, -1)}>
        {t('outline.moveUp')}
      </Menu.Item>
      <Menu.Item disabled={readOnly} onClick={() => moveBy(blockId, 1)}>
        {t('outline.moveDown')}
      </Menu.Item>
      <Menu.Divider />
      {(['body', 'heading1', 'heading2', 'heading3', 'heading4'] as const).map((style) => (
        <Menu.Item
          key={style}
          disabled={readOnly || style === `heading${level}`}
          onClick={() => {
            if (letter.focusBlock(blockId, 'end')) letter.commands.setStyle(style);
          }}
        >
          {t(`editor:bar.${style}`)}
        </Menu.Item>
      ))}
    </>
  );
}

function isSameItem(a: OutlineItemProps, b: OutlineItemProps): boolean {
  return (
    a.letter === b.letter &&
    a.goTo === b.goTo &&
    a.isTabStop === b.isTabStop &&
    (a.entry === b.entry ||
      (keyOf(a.entry) === keyOf(b.entry) &&
        a.entry.level === b.entry.level &&
        a.entry.label === b.entry.label &&
        a.entry.text === b.entry.text &&
        a.entry.prompt === b.entry.prompt &&
        a.entry.empty === b.entry.empty &&
        a.entry.current === b.entry.current))
  );
}
