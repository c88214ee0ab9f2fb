/**
 * V8 may collect the promise the debugger waits for before it settles, although the function ran (Playwright issue
 * 33737; about one `electron.evaluate` in fifty on the closed-network runtime). Such a call is made again, so what is
 * done in main should bear repeating.
 * @param {import('@playwright/test').ElectronApplication} electron changed in place
 */
export function repeatCollectedEvaluations(electron) {
  const evaluate = /** @type {(...args: unknown[]) => Promise<unknown>} */ (electron.evaluate.bind(electron));
  const repeated = async (/** @type {unknown[]} */ ...args) => {
    for (let left = 5; ; left--) {
      try {
        return await evaluate(...args);
      } catch (error) {
        if (left === 0 || !String(error).includes('promise was garbage collected')) throw error;
      }
    }
  };
  electron.evaluate = /** @type {typeof electron.evaluate} */ (repeated);
}
