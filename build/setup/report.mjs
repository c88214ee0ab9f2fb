/**
 * Set-up speaks on standard error, one line a step, Chinese first: standard output belongs to the command that follows.
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  console.error(`准备 · ${chinese} (${english})`);
}

/** A set-up step that cannot go on: what failed, why, and the ways on, in both languages. */
export class SetupError extends Error {
  /**
   * @param {{ chinese: string, english: string, cause?: string, waysOn: string[] }} problem
   */
  constructor({ chinese, english, cause, waysOn }) {
    const lines = [`准备失败 · ${chinese} (${english})`];
    if (cause)
      lines.push(
        ...cause
          .trim()
          .split('\n')
          .slice(-30)
          .map((line) => `  ${line}`),
      );
    lines.push('可以这样继续 (ways on):', ...waysOn.map((way) => `  - ${way}`));
    super(lines.join('\n'));
    this.name = 'SetupError';
  }
}
