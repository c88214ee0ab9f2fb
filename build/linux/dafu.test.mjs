import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * What the app is started with when a person types `dafu` and the arguments in a session with these variables.
 * @param {string[]} args
 * @param {Record<string, string>} session
 */
function startedWith(args, session) {
  const folder = mkdtempSync(join(tmpdir(), 'dafu launcher '));
  copyFileSync(join(import.meta.dirname, 'dafu.sh'), join(folder, 'dafu'));
  writeFileSync(join(folder, 'dafu-app'), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(join(folder, 'dafu'), 0o755);
  chmodSync(join(folder, 'dafu-app'), 0o755);
  // As installers do, so that the command is on the path.
  symlinkSync(join(folder, 'dafu'), join(folder, 'link'));
  const env = { PATH: process.env['PATH'] ?? '', ...session };
  const { stdout, status } = spawnSync(join(folder, 'link'), args, { env, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => line !== '');
}

describe.skipIf(process.platform === 'win32')('the Linux launcher', () => {
  const waylandDesktop = { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' };

  it('starts on X11, also in a Wayland session', () => {
    expect(startedWith(['my letter.docx'], waylandDesktop)).toEqual(['--ozone-platform=x11', 'my letter.docx']);
  });

  it('follows what it is told', () => {
    expect(startedWith(['--ozone-platform=wayland'], waylandDesktop)).toEqual(['--ozone-platform=wayland']);
    expect(startedWith([], { ...waylandDesktop, DAFU_DISPLAY_SERVER: 'wayland' })).toEqual([
      '--ozone-platform=wayland',
    ]);
  });

  it('leaves the choice to Electron where there is no X server', () => {
    expect(startedWith(['a'], { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['a']);
  });
});
