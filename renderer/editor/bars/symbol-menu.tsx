import { Popover } from '@mantine/core';
import { IconOmega } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import type { LetterSession } from '../api.ts';
import classes from './bars.module.css';
import { keepFocus, switchedOff } from './tool-state.ts';

/** What letters need and keyboards lack. */
const groups = {
  units: '℃㎡㎥㎞㎜㎏㎎％‰№°′″＄￥',
  marks: '—…～·、《》〈〉「」『』〔〕【】※§',
  numbers: '①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ',
  signs: '×÷±≤≥≠≈∶→←↑↓√★☆',
} as const;

/** A small palette; it stays open for several. */
export function SymbolMenu({ session, disabled }: { session: LetterSession; disabled: boolean }) {
  const { t } = useTranslation('editor');
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open && !disabled} onChange={setOpen} position="bottom-start" returnFocus={false}>
      <Popover.Target>
        <IconAction label={t('bar.symbol')} {...switchedOff(disabled)} onClick={() => setOpen(!open && !disabled)}>
          <IconOmega size={18} />
        </IconAction>
      </Popover.Target>
      <Popover.Dropdown onMouseDown={keepFocus}>
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <div key={group} className={classes.symbols} role="group" aria-label={t(`symbols.${group}`)}>
            {[...groups[group]].map((symbol) => (
              <button key={symbol} type="button" onClick={() => session.commands.insertText(symbol)}>
                {symbol}
              </button>
            ))}
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
