import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const room = (path: string) => resolve(import.meta.dirname, path);

/** Main and everything that runs beside it come out as CommonJS: Electron's fallback starter loads nothing else. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      rollupOptions: {
        input: {
          index: room('main/index.ts'),
          'archive-worker': room('main/adapters/export/worker/archive-worker.ts'),
          'library-worker': room('main/adapters/library/worker/library-worker.ts'),
          'line-worker': room('main/adapters/line/worker/line-worker.ts'),
          'transfer-worker': room('main/adapters/transfer/worker/transfer-worker.ts'),
          service: room('service/embedded.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'parts/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: room('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: room('renderer'),
    plugins: [react()],
    build: {
      outDir: room('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // What the oldest runtime has: a lower target would take light-dark() apart and break the player's dark stage.
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: room('renderer/index.html'), listener: room('renderer/listen/index.html') } },
    },
  },
});
