import type { ReactNode } from 'react';

interface PaperChoiceProps {
  label: string;
  value: string;
  /** What stands on the paper while the list is closed. */
  shown: ReactNode;
  readOnly: boolean;
  className?: string;
  onChange: (value: string) => void;
  /** The options. */
  children: ReactNode;
}

/** A choice of the head or tail that prints shorter than its options read. */
export function PaperChoice({ label, value, shown, readOnly, className = '', onChange, children }: PaperChoiceProps) {
  return (
    <span className={`letter-choice ${className}`} data-empty={value === ''}>
      <span aria-hidden>{shown}</span>
      <select
        aria-label={label}
        title={label}
        disabled={readOnly}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </span>
  );
}
