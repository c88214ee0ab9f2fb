import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanUnitSettings } from '#shared/domain/clean-unit-settings.ts';
import { unitSettingsSchema, type UnitSettings } from '#shared/domain/unit-settings.ts';
import { showError } from '../../../shell/errors/show-error.tsx';
import { notifyUndo } from '../../../shell/toasts.tsx';
import { runCommand, useBackend, useCommand } from '../../../rpc/hooks.ts';
import { toWireError } from '../../../rpc/wire-error.ts';
import { changedSettings, rebase, settingAt, type SettingId } from '#shared/domain/unit-setting-index.ts';

export interface UnitEditing {
  value: UnitSettings;
  change: (next: UnitSettings | ((before: UnitSettings) => UnitSettings)) => void;
  /** The settings as they would be stored, or as they last could. */
  valid: UnitSettings;
  /** Settings that cannot be stored as they are. */
  wrong: readonly SettingId[];
  problem: (path: string) => string | undefined;
  isChanged: boolean;
  discard: () => void;
  /** False when it was not stored: something is wrong, or the store failed (`saveError`). */
  save: () => Promise<boolean>;
  /** Stores other settings in place of the present ones, with a word about it and a way back. */
  replace: (unit: UnitSettings, message: string) => Promise<void>;
  isSaving: boolean;
  saveError: ReturnType<typeof useCommand<'settings.saveUnit'>>['error'];
}

/** Only the last save can be taken back: an older offer would undo what came after it too. */
let withdrawOffer: () => void = () => undefined;

/** The stored settings under edit: kept here until they are saved, and following what others store meanwhile. */
export function useUnitEditing(stored: UnitSettings): UnitEditing {
  const { t } = useTranslation(['unit', 'settings', 'common']);
  const backend = useBackend();
  const command = useCommand('settings.saveUnit');
  const [state, setState] = useState({ value: stored, base: stored, valid: stored });
  const change: UnitEditing['change'] = (next) =>
    setState((before) => withValue(before, typeof next === 'function' ? next(before.value) : next));
  if (state.base !== stored) {
    setState(withValue({ ...state, base: stored }, rebase(state.value, state.base, stored)));
  }
  const { value, valid } = state;
  const clean = cleanUnitSettings(value);
  const parsed = unitSettingsSchema.safeParse(clean);
  const issuePaths = (result: typeof parsed) =>
    result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
  const rawPaths = issuePaths(unitSettingsSchema.safeParse(value));
  const isChanged = changedSettings(stored, clean).length > 0;

  const offerUndo = (message: string, before: UnitSettings) => {
    withdrawOffer();
    withdrawOffer = notifyUndo(message, t('common:undo'), () => {
      runCommand(backend, 'settings.saveUnit', { unit: before }).catch((reason: unknown) =>
        showError(toWireError(reason)),
      );
    });
  };

  return {
    value,
    change,
    valid,
    wrong: [...new Set(issuePaths(parsed).map((path) => settingAt(path)))].filter((id) => id !== undefined),
    problem: (path) =>
      rawPaths.some((place) => place === path || place.startsWith(`${path}.`)) ? t('screen.wrong') : undefined,
    isChanged,
    discard: () => setState({ value: stored, base: stored, valid: stored }),
    async save() {
      if (!parsed.success) return false;
      // What is shown becomes what is stored, so that nothing seems changed afterwards.
      change(clean);
      try {
        await command.mutateAsync({ unit: clean });
        offerUndo(t('settings:saved'), stored);
        return true;
      } catch {
        // Shown by `saveError`.
        return false;
      }
    },
    async replace(unit, message) {
      await runCommand(backend, 'settings.saveUnit', { unit });
      setState({ value: stored, base: stored, valid: stored });
      // The way back leads to what was on the screen, edits that were not saved yet included.
      offerUndo(message, valid);
    },
    isSaving: command.isPending,
    saveError: command.error,
  };
}

interface EditState {
  value: UnitSettings;
  base: UnitSettings;
  valid: UnitSettings;
}

function withValue(state: EditState, value: UnitSettings): EditState {
  const parsed = unitSettingsSchema.safeParse(cleanUnitSettings(value));
  return { ...state, value, valid: parsed.success ? parsed.data : state.valid };
}
