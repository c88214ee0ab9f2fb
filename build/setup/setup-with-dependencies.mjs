import { buildApp } from './app-build.mjs';
import { provideElectronRuntime } from './electron-runtime.mjs';
import { SetupError } from './report.mjs';
import { provideSystemPackages } from './system-packages.mjs';

/** The steps of set-up that need the dependencies and a recent Node. */
const purpose = process.argv[2];
try {
  if (purpose === 'cli') buildApp('main');
  else if (purpose === 'start' || purpose === 'test') {
    await provideElectronRuntime();
    provideSystemPackages(purpose);
    buildApp('all');
  } else throw new Error(`set up for what? start, test or cli; not ${purpose}`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
