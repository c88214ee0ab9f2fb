import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('a killed backend comes back as another process, the port tells, and calls work again', async ({ app }) => {
  app.expectProblems(/backend\.lost/);
  const line = await openBackendLine(app);
  expect((await line.call('app.status', {})).state).toBe('ready');
  const before = await app.backendPid();

  await app.killBackend();
  await expect.poll(() => line.isClosed()).toBe(true);
  await line.connect();

  expect((await line.call('app.status', {})).state).toBe('ready');
  expect(await app.backendPid()).not.toBe(before);
});

test('text typed while the backend is away is saved when it is back', async ({ launch }) => {
  const app = await launch();
  app.expectProblems(/backend\.lost/);
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  await person.letter.locator('p[data-prompt]').first().click();

  await app.window.keyboard.insertText('断开之前。');
  // In the middle of the save this starts.
  await app.killBackend();
  await app.window.keyboard.insertText('断开之后。');
  await expect(person.letter).toContainText('断开之前。断开之后。');
  await person.saved();
  await app.close();

  const again = await launch();
  await expect(new DeskPerson(again.window).letter).toContainText('断开之前。断开之后。');
});

test('a backend that ends again and again is given up, the window says so and still closes', async ({
  app,
  window,
}) => {
  app.expectProblems(/backend\.lost/, /BACKEND_LOST|backend is crashed/);
  await new DeskPerson(window).skipAssistant();
  for (let death = 0; death < 4; death++) {
    await expect.poll(() => app.backendPid().catch(() => null)).not.toBeNull();
    await app.killBackend();
  }
  await expect(window.getByRole('alert').filter({ hasText: '后台中断，正在重新连接' })).toBeVisible();
  await expect(app.backendPid()).rejects.toThrow('not running');
  await app.close();
});
