import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { LetterSession } from '../api.ts';
import { wellFormed } from '../convert/runs.ts';

interface PaperFieldProps {
  session: LetterSession;
  label: string;
  /** What find calls this part of the letter. */
  name?: string;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
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
    onChange(wellFormed(text));
    // Text that means the same value causes no render of `value`.
    setTimeout(() => {
      own.current = false;
    });
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
      title={props.label}
      placeholder={props.placeholder}
      readOnly={readOnly}
      spellCheck={false}
      autoComplete="off"
      // Only on parts the person just added.
      autoFocus={props.autoFocus}
      value={draft ?? value}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        setDraft(event.target.value);
        if (!composing.current) commit(event.target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setDraft(event.currentTarget.value);
        commit(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
