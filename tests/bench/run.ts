import { provideDisplay } from '../../build/setup/virtual-display.mjs';
import { benchAppStart } from './app-start.ts';
import { benchDesk } from './desk.ts';
import { benchCompare } from './compare.ts';
import { benchExportProcess } from './export-process.ts';
import { benchImport } from './import.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchOutput } from './output.ts';
import { benchPreview } from './preview.ts';
import { benchSave } from './save.ts';

/**
 * Prints one JSON line a figure. With names as arguments (`npm run bench -- save output`) only those are measured.
 * A missed goal does not fail the run: a timing never decides; the line says `"met":false`.
 */
const benches = {
  keystroke: benchKeystroke,
  preview: benchPreview,
  'app-start': benchAppStart,
  'export-process': benchExportProcess,
  output: benchOutput,
  import: benchImport,
  save: benchSave,
  desk: benchDesk,
  compare: benchCompare,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; known: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
const endDisplay = await provideDisplay();
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length === 0 || chosen.includes(name)) await bench();
}
endDisplay();
