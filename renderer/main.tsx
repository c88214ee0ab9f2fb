import { backend } from './backend.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/fonts.ts';
import './ui/tokens.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { strictAssert } from '#shared/lib/assert.ts';
import { App } from './frame/app.tsx';
import { startI18n } from './i18n/i18n.ts';

const root = document.getElementById('root');
strictAssert(root, 'index.html has a #root');

void startI18n('zh-CN').then(() => {
  createRoot(root).render(
    <StrictMode>
      <App backend={backend} shell={window.dafu} />
    </StrictMode>,
  );
});
