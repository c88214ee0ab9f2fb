import { useMantineColorScheme } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { Appearance } from '#shared/contract/settings.ts';
import { setLanguage } from '../i18n/i18n.ts';
import { useShell } from '../shell/shell-context.ts';

/** Language and UI scale, which live outside React. */
export async function applyAppearance(appearance: Appearance): Promise<void> {
  document.documentElement.style.fontSize = `${appearance.uiScale}%`;
  await setLanguage(appearance.language);
}

/** Keeps language, colour scheme, scale and the native frame in step with the settings. */
export function AppearanceBridge({ appearance, children }: { appearance: Appearance; children: ReactNode }) {
  const shell = useShell();
  const { setColorScheme } = useMantineColorScheme();
  const { colorScheme, language } = appearance;
  useEffect(() => {
    setColorScheme(colorScheme);
    void shell.setColorScheme(colorScheme);
  }, [shell, setColorScheme, colorScheme]);
  useEffect(() => {
    void shell.setLanguage(language);
  }, [shell, language]);
  useEffect(() => {
    void applyAppearance(appearance);
  }, [appearance]);
  return children;
}
