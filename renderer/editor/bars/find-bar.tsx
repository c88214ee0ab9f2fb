import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import type { LetterSession, Replaced } from '../api.ts';
import { useStore } from '../paper/use-store.ts';
import classes from './bars.module.css';

/** Find and replace over the whole letter; shown while the controller is open. */
export function FindBar({ session }: { session: LetterSession }) {
  const { open } = useStore(session.find);
  return open ? <OpenFindBar session={session} /> : null;
}

function OpenFindBar({ session }: { session: LetterSession }) {
  const { t } = useTranslation('editor');
  const { find } = session;
  const state = useStore(find);
  const { readOnly } = useStore(session.selection);
  const input = useRef<HTMLInputElement>(null);
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const { query } = state;

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => setReplaced(null), [query]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      find.close();
    } else if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault();
      if (event.shiftKey) find.previous();
      else find.next();
    }
  };
  const position =
    query === ''
      ? ''
      : state.total === 0
        ? t('find.none')
        : t('find.position', { current: state.current, total: state.total });

  return (
    <div className={classes.findBar} role="search" aria-label={t('find.label')} onKeyDown={onKeyDown}>
      <IconAction
        label={state.replacing ? t('find.hideReplace') : t('find.showReplace')}
        aria-expanded={state.replacing}
        onClick={() => find.open({ replace: !state.replacing })}
      >
        {state.replacing ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
      </IconAction>
      <div className={classes.findRows}>
        <div className={classes.findRow}>
          <TextInput
            ref={input}
            size="xs"
            className={classes.findInput ?? ''}
            aria-label={t('find.query')}
            placeholder={t('find.query')}
            value={query}
            onChange={(event) => find.setQuery(event.currentTarget.value)}
          />
          <span className={classes.findPosition} role="status">
            {position}
          </span>
          <IconAction label={t('find.previous')} disabled={state.total === 0} onClick={() => find.previous()}>
            <IconArrowUp size={18} />
          </IconAction>
          <IconAction label={t('find.next')} disabled={state.total === 0} onClick={() => find.next()}>
            <IconArrowDown size={18} />
          </IconAction>
          <Checkbox
            size="xs"
            label={t('find.matchCase')}
            checked={state.matchCase}
            onChange={(event) => find.setMatchCase(event.currentTarget.checked)}
          />
        </div>
        {state.replacing && (
          <div className={classes.findRow}>
            <TextInput
              size="xs"
              className={classes.findInput ?? ''}
              aria-label={t('find.replacement')}
              placeholder={t('find.replacement')}
              value={state.replacement}
              onChange={(event) => find.setReplacement(event.currentTarget.value)}
            />
            <Button
              size="xs"
              variant="default"
              disabled={state.total === 0 || readOnly}
              onClick={() => setReplaced(leftOver(find.replace()))}
            >
              {t('find.replace')}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={state.total === 0 || readOnly}
              onClick={() => setReplaced(find.replaceAll())}
            >
              {t('find.replaceAll')}
            </Button>
            <span className={classes.findPosition} role="status">
              {replaced === null || replaced.replaced === 0 ? '' : t('find.replaced', { count: replaced.replaced })}
            </span>
          </div>
        )}
        {replaced !== null && replaced.inFields + replaced.inNumberOrDate > 0 && (
          <div className={classes.findLeft} role="status">
            {replaced.inFields > 0 && <span>{t('find.leftInFields', { count: replaced.inFields })}</span>}
            {replaced.inNumberOrDate > 0 && (
              <span>{t('find.leftInNumberOrDate', { count: replaced.inNumberOrDate })}</span>
            )}
          </div>
        )}
      </div>
      <IconAction label={t('find.close')} onClick={() => find.close()}>
        <IconX size={18} />
      </IconAction>
    </div>
  );
}

/** After a single match only what was not replaced needs a word: the rest is seen. */
function leftOver(outcome: Replaced): Replaced | null {
  return outcome.replaced > 0 ? null : outcome;
}
