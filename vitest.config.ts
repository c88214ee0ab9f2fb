import { defineConfig } from 'vitest/config';

// One project per environment, so that a shared test cannot lean on a DOM and a renderer test has one.
// `#…` imports need no alias here: Node and Vite both resolve the "imports" map of package.json.
const unit = (name: string, include: string[]) => ({ test: { name, environment: 'node' as const, include } });

export default defineConfig({
  test: {
    projects: [
      unit('shared', ['shared/**/*.test.ts']),
      unit('backend', ['electron/**/*.test.ts']),
      unit('build', ['build/**/*.test.ts', 'build/**/*.test.mjs']),
      unit('tests-unit', ['tests/{unit,corpora,faults}/**/*.test.ts']),
      { test: { name: 'renderer', environment: 'happy-dom', include: ['renderer/**/*.test.{ts,tsx}'] } },
    ],
    // Tests that start LibreOffice, poppler or a second process say so themselves with a longer timeout.
    testTimeout: 10_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Two workers: the reference machine has two cores, and LibreOffice wants one of them.
    maxWorkers: 2,
  },
});
