/** What the editor's tests run in: Electron as the app does, or the newest Chromium this machine has. */
export type EditorShell = 'electron' | 'chromium';
