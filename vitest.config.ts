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
      unit('tests-unit', ['tests/{unit,corpora,faults,conformance}/**/*.test.ts']),
      { test: { name: 'renderer', environment: 'happy-dom', include: ['renderer/**/*.test.{ts,tsx}'] } },
    ],
    // Only for what hangs: a timing never decides a test, and a busy machine is many times slower than an idle one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Two workers: the reference machine has two cores, and LibreOffice wants one of them.
    maxWorkers: 2,
  },
});
