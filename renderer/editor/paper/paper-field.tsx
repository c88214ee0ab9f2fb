import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { LetterSession } from '../api.ts';
import { cleanLine } from './printed-input.ts';

interface PaperFieldProps {
  session: LetterSession;
  label: string;
  /** What find calls this part of the letter. */
  name?: string;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  /** How to fill it in, shown on hover; absent: its label. */
  hint?: string;
  className?: string;
  readOnly: boolean;
  onEnter?: () => void;
  onBackspaceWhenEmpty?: () => void;
  autoFocus?: boolean;
}

/**
 * A line of the head or tail, edited where it stands. While it has the focus it shows what was typed, even where the
 * letter prints it differently (a date typed as 2026-4-17); a change from elsewhere, such as undo, wins.
 */
export function PaperField(props: PaperFieldProps) {
  const { session, value, onChange, readOnly } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const own = useRef(false);
  const composing = useRef(false);

  useEffect(() => {
    if (own.current) own.current = false;
    else if (!composing.current) setDraft(null);
  }, [value]);

  const commit = (text: string) => {
    own.current = true;
    onChange(text);
    // Text that means the same value causes no render of `value`.
    setTimeout(() => {
      own.current = false;
    });
  };

  /** What the letter's text would not take (pasted invisible characters) does not stay in a field either. */
  const take = (input: HTMLInputElement) => {
    const text = cleanLine(input.value);
    // Half of a rare character stays until an input method sends the other half.
    if (input.value.isWellFormed() && text !== input.value) {
      const caret = cleanLine(input.value.slice(0, input.selectionStart ?? undefined)).length;
      input.value = text;
      input.setSelectionRange(caret, caret);
    }
    setDraft(input.value);
    commit(text);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (mod && (key === 'z' || key === 'y')) {
      // One history for the whole letter, not one for each field.
      event.preventDefault();
      if (key === 'y' || event.shiftKey) session.commands.redo();
      else session.commands.undo();
    } else if (event.key === 'Enter' && props.onEnter) {
      event.preventDefault();
      props.onEnter();
    } else if (event.key === 'Backspace' && event.currentTarget.value === '' && props.onBackspaceWhenEmpty) {
      event.preventDefault();
      props.onBackspaceWhenEmpty();
    }
  };

  return (
    <input
      type="text"
      className={`letter-field ${props.className ?? ''}`}
      aria-label={props.label}
      data-form-field={props.name}
      title={props.hint ?? props.label}
      placeholder={props.placeholder}
      readOnly={readOnly}
      spellCheck={false}
      autoComplete="off"
      // Only on parts the person just added.
      autoFocus={props.autoFocus}
      value={draft ?? value}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        if (composing.current) setDraft(event.target.value);
        else take(event.target);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        take(event.currentTarget);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
