import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keysLabel, type CommandId } from '../../shell/commands/shortcuts.ts';
import type { BlockStyle, LetterSession } from '../api.ts';
import { useStore } from '../paper/use-store.ts';
import classes from './bars.module.css';
import { keepFocus } from './tool-state.ts';

const styles = {
  body: 'edit.body',
  heading1: 'edit.heading1',
  heading2: 'edit.heading2',
  heading3: 'edit.heading3',
  heading4: 'edit.heading4',
} as const satisfies Partial<Record<BlockStyle, CommandId>>;

/** The styles of a line, each with its keys. */
export function StyleItems({ session }: { session: LetterSession }) {
  const { t } = useTranslation('editor');
  const { style } = useStore(session.selection);
  return (Object.keys(styles) as (keyof typeof styles)[]).map((option) => (
    <Menu.Item
      key={option}
      onMouseDown={keepFocus}
      rightSection={<kbd className={classes.keys}>{keysLabel(styles[option])}</kbd>}
      aria-checked={style === option}
      className={classes[option]}
      onClick={() => session.commands.setStyle(option)}
    >
      {t(`bar.${option}`)}
    </Menu.Item>
  ));
}
