import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession } from '../api.ts';

export interface TailFormProps {
  session: LetterSession;
  unit: UnitSettings;
  form: Form;
  readOnly: boolean;
}

export function AddPart({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <button type="button" className="letter-add" onClick={onAdd}>
      <IconPlus size={14} aria-hidden />
      {label}
    </button>
  );
}

/** A small tool beside a part of the tail, seen when one comes near. */
export function PartAction({ label, onUse, children }: { label: string; onUse: () => void; children: ReactNode }) {
  return (
    <button type="button" className="letter-remove" aria-label={label} title={label} onClick={onUse}>
      {children}
    </button>
  );
}

export function RemovePart({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <PartAction label={label} onUse={onRemove}>
      <IconX size={14} aria-hidden />
    </PartAction>
  );
}
