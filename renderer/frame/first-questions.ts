import { askAhead } from '../rpc/ask-ahead.ts';
import type { Backend } from '../rpc/backend.ts';
import { routeOf } from '../shell/navigation/route.ts';

/** Asks for what the first screen will need: the state of the store, the settings, and the draft that was open last. */
export function askFirstQuestions(connected: Backend): Backend {
  const { backend, ask } = askAhead(connected);
  void ask('app.status', {});
  void ask('settings.get', {}).then(
    ({ workspace }) => {
      const route = routeOf(workspace);
      if (route.name === 'draft') void ask('documents.get', { documentId: route.documentId });
    },
    // The screen asks again and shows why.
    () => undefined,
  );
  return backend;
}
