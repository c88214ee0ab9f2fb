import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type MainViteConfig, type PreloadViteConfig, type RendererViteConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { bundledPackages } from './build/bundled-packages.mjs';

const root = import.meta.dirname;

const main: MainViteConfig = {
  build: {
    // The closed-network Electron has Node 20.18; the backend and the CLI run on 24, which understands that too.
    target: 'node20.18',
    sourcemap: false,
    externalizeDeps: { exclude: bundledPackages },
    rolldownOptions: {
      input: {
        main: resolve(root, 'electron/main/main.ts'),
        'backend-utility': resolve(root, 'electron/backend/hosts/utility.ts'),
        'backend-node': resolve(root, 'electron/backend/hosts/node.ts'),
        'import-worker': resolve(root, 'electron/backend/threads/import/import-worker.ts'),
        'preview-worker': resolve(root, 'electron/backend/threads/preview/preview-worker.ts'),
        'copy-worker': resolve(root, 'electron/backend/db/copy-worker.ts'),
        cli: resolve(root, 'electron/cli/cli.ts'),
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Beside the entries, so that `import.meta.dirname` is `out/main` in every module, whichever chunk it lands in.
        chunkFileNames: 'chunk-[name]-[hash].js',
      },
    },
  },
};

/** A sandboxed preload may `require` nothing but electron, and only as one file; anything else fails in the window. */
const onlyElectronInPreload: Plugin = {
  name: 'dafu:only-electron-in-preload',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
    const outside = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
    if (chunks.length !== 1 || outside.some((name) => name !== 'electron')) {
      this.error(
        `preload must be one file importing only electron; it is ${chunks.length}, importing ${outside.join(', ')}`,
      );
    }
  },
};

const preload: PreloadViteConfig = {
  plugins: [onlyElectronInPreload],
  build: {
    target: 'node20.18',
    sourcemap: false,
    externalizeDeps: false,
    rolldownOptions: {
      input: { preload: resolve(root, 'electron/preload/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
};

const renderer: RendererViteConfig = {
  root: resolve(root, 'renderer'),
  plugins: [react()],
  css: { postcss: resolve(root, 'build/postcss') },
  build: {
    // Chromium 130 is the oldest we run on (closed-network Electron 33).
    target: 'chrome130',
    sourcemap: false,
    minify: true,
    // The content security policy allows no data: URLs for scripts or fonts.
    assetsInlineLimit: 0,
    // The files come from disk through app://, where size costs little.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
  },
};

// The command line lives in the first bundle and need not wait for the others.
export default defineConfig(process.env['DAFU_BUILD'] === 'main' ? { main } : { main, preload, renderer });
