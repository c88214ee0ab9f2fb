import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '../../../renderer/ui/fonts.ts';
import '../../../renderer/ui/tokens.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { FindBar } from '../../../renderer/editor/bars/find-bar.tsx';
import { FormatBar } from '../../../renderer/editor/bars/format-bar.tsx';
import type { RefusedPaste } from '../../../renderer/editor/api.ts';
import { LetterEditor } from '../../../renderer/editor/letter-editor.tsx';
import { openLetter } from '../../../renderer/editor/session/letter-session.ts';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { theme } from '../../../renderer/ui/theme.ts';
import { harnessOf } from './harness.ts';

window.problems = [];
window.addEventListener('error', (event) => window.problems.push(event.message));
window.addEventListener('unhandledrejection', (event) => window.problems.push(String(event.reason)));

const unit = { ...defaultUnitSettings, fullName: '云川市工业和信息化局', docCode: '云工信函' };
await startI18n('zh-CN');
const container = document.getElementById('root');
if (!container) throw new Error('no root');
const root = createRoot(container);

window.openHarness = (
  documentJson,
  { zoom = 1, readOnly = false, template = false, unit: settings, dark = false } = {},
) => {
  let pictures = 0;
  const refused: RefusedPaste[] = [];
  const session = openLetter({
    documentJson,
    readOnly,
    onPicturesDropped: (count) => (pictures += count),
    onPasteRefused: (paste) => refused.push(paste),
  });
  window.harness = harnessOf(session, { picturesDropped: () => pictures, refusedPastes: () => refused });
  root.render(
    <StrictMode key={session.getDocument().id + String(Math.random())}>
      <MantineProvider theme={theme} forceColorScheme={dark ? 'dark' : 'light'}>
        <div style={{ display: 'flex', flexDirection: 'column', height: '100vh' }}>
          <div style={{ padding: 4, background: 'var(--dafu-surface)' }}>
            <FormatBar session={session} template={template} />
          </div>
          <FindBar session={session} />
          <main style={{ flex: 1, overflow: 'auto', background: 'var(--dafu-canvas)' }}>
            <LetterEditor session={session} zoom={zoom} unit={{ ...unit, ...settings }} dimmedPaper={dark} />
          </main>
        </div>
      </MantineProvider>
    </StrictMode>,
  );
};
