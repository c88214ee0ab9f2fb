import { provideDisplay } from './setup/virtual-display.mjs';

/** Playwright calls this once before all tests; the function it returns runs after them. */
export default provideDisplay;
