import { createServer } from 'node:net';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('a start and a while of use knock on no network door', async ({ launch }) => {
  // Whatever Chromium or a page wants from a network would go to this proxy, and be counted.
  let knocks = 0;
  const proxy = createServer((socket) => {
    knocks++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const bound = proxy.address();
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port');
  const app = await launch({ args: [`--proxy-server=127.0.0.1:${bound.port}`, '--proxy-bypass-list=<-loopback>'] });
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await person.openSample();
  await person.letter.click();
  await app.window.keyboard.type('答复');
  await person.saved();
  await person.backToDesk();
  await app.close();
  proxy.close();
  expect(knocks).toBe(0);
  // Main logs every request it had to cancel.
  expect(app.allProblems.filter((problem) => problem.includes('requestCancelled'))).toEqual([]);
});
