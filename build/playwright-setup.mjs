import { hasDisplay } from './setup/launch.mjs';
import { startVirtualDisplay } from './setup/virtual-display.mjs';

/** Playwright calls this once before all tests; the function it returns runs after them. */
export default async function setUp() {
  if (hasDisplay()) return undefined;
  const { display, stop } = await startVirtualDisplay();
  process.env['DISPLAY'] = display;
  return stop;
}
