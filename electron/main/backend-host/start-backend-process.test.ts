import { expect, test, vi } from 'vitest';
import { backendEnvironment, lineSplitter } from './backend-process.ts';
import { chooseBackendVariant } from './start-backend-process.ts';

vi.mock('electron', () => ({ utilityProcess: {} }));

const choose = (externalNode: string | undefined, packaged: boolean, ownNodeVersion: string) =>
  chooseBackendVariant({ externalNode, packaged, ownNodeVersion });

test('the backend runs in the Node of this Electron when that is new enough', () => {
  expect(choose(undefined, true, '24.1.0')).toEqual({ kind: 'utility' });
  expect(choose(undefined, false, '22.12.0')).toEqual({ kind: 'utility' });
  expect(choose('', false, '24.1.0')).toEqual({ kind: 'utility' });
});

test('DAFU_BACKEND_NODE names another in development, and in a package only out of need', () => {
  expect(choose('/usr/bin/node', false, '24.1.0')).toEqual({ kind: 'node', node: '/usr/bin/node' });
  expect(choose('/usr/bin/node', true, '20.18.0')).toEqual({ kind: 'node', node: '/usr/bin/node' });
  expect(choose('/tmp/evil', true, '24.1.0')).toEqual({ kind: 'utility' });
});

test('an old Node without another is said to be too old', () => {
  expect(choose(undefined, false, '20.18.1')).toEqual({ kind: 'nodeTooOld' });
});

test('the backend inherits what it needs, whatever the case, and nothing that changes how Node runs', () => {
  const env = {
    PATH: '/bin',
    Path: 'C:\\',
    HOME: '/root',
    LANG: 'zh_CN.UTF-8',
    NODE_OPTIONS: '--require /tmp/evil.js',
    LD_PRELOAD: '/tmp/evil.so',
    ELECTRON_RUN_AS_NODE: '1',
    AWS_SECRET_ACCESS_KEY: 'x',
    TZ: undefined,
  };
  expect(backendEnvironment(env)).toEqual({ PATH: '/bin', Path: 'C:\\', HOME: '/root', LANG: 'zh_CN.UTF-8' });
});

test('output arrives line by line, however it was cut', () => {
  const lines: string[] = [];
  const feed = lineSplitter((line) => lines.push(line));
  for (const chunk of ['{"a"', ':1}\n{"b":2}\r\n', '\n', 'rest']) feed(chunk);
  expect(lines).toEqual(['{"a":1}', '{"b":2}']);
});
