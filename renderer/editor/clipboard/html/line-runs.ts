import type { Format, Run } from '#shared/document/schema.ts';

/** Runs of the line being read: merged where they look alike, without blanks, tabs and breaks at the ends. */
export class LineRuns {
  #runs: Run[] = [];

  addText(text: string, format: Format): void {
    if (text === '') return;
    const last = this.#runs.at(-1);
    const look = Object.keys(format).length > 0 ? { format } : {};
    if (last && !last.object && JSON.stringify(last.format) === JSON.stringify(look.format)) last.text += text;
    else this.#runs.push({ text, ...look });
  }

  addBreak(): void {
    this.#runs.push({ text: '\n', object: { type: 'break' } });
  }

  addTab(format: Format): void {
    this.#runs.push({ text: '\t', object: { type: 'tab' }, ...(Object.keys(format).length > 0 && { format }) });
  }

  /** The line as it is, and a new one begins. A typed first-line indent is a blank at the start. */
  take(): Run[] {
    const runs = this.#runs;
    this.#runs = [];
    while (cutBlank(runs[0], /^[\s\u3000]+/u)) runs.shift();
    while (cutBlank(runs.at(-1), /[\s\u3000]+$/u)) runs.pop();
    return runs;
  }
}

/** Takes the blank off an end of the run; true when nothing is left of it. */
function cutBlank(run: Run | undefined, blank: RegExp): boolean {
  if (!run) return false;
  if (run.object) return run.object.type === 'break' || run.object.type === 'tab';
  run.text = run.text.replace(blank, '');
  return run.text === '';
}
