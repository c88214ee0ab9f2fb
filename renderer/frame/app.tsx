import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/zh-cn';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DafuShell } from '#shared/contract/shell.ts';
import type { Backend } from '../rpc/backend.ts';
import { BackendContext } from '../rpc/hooks.ts';
import { invalidateOnEvents } from '../rpc/query-invalidation.ts';
import { createQueryClient } from '../rpc/query-client.ts';
import { FeatureBoundary } from '../ui/feature-boundary.tsx';
import { theme } from '../ui/theme.ts';
import { ShellContext } from '../shell/shell-context.ts';
import { StartUp } from './start-up.tsx';
import classes from './frame.module.css';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// The scroll lock under dialogs writes a <style> of its own and looks for its nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App({ backend, shell }: { backend: Backend; shell: DafuShell }) {
  const [queries] = useState(createQueryClient);
  const { i18n } = useTranslation();
  useEffect(() => invalidateOnEvents(backend, queries), [backend, queries]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <DatesProvider settings={{ locale: i18n.language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queries}>
          <ShellContext value={shell}>
            <BackendContext value={backend}>
              <Notifications position="bottom-right" limit={3} classNames={{ root: classes.toasts ?? '' }} />
              <FeatureBoundary>
                <StartUp />
              </FeatureBoundary>
            </BackendContext>
          </ShellContext>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
