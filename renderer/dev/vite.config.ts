/* oxlint-disable no-restricted-imports, import/no-default-export -- runs in Node, and vite asks for a default export. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** Serves the sample video with ranges, so that seeking is like in the app. */
function sampleMedia(): Plugin {
  return {
    name: 'sample-media',
    configurePreviewServer(server) {
      server.middlewares.use('/media/', (request, response) => {
        const file = join(here, '../../service/samples/media/course-seeking/containers-720p.mp4');
        if (!existsSync(file)) {
          response.statusCode = 404;
          response.end();
          return;
        }
        const size = statSync(file).size;
        const range = /bytes=(\d+)-(\d*)/u.exec(request.headers.range ?? '');
        const start = Number(range?.[1] ?? 0);
        const end = range?.[2] ? Number(range[2]) : size - 1;
        response.writeHead(range ? 206 : 200, {
          'content-type': 'video/mp4',
          'accept-ranges': 'bytes',
          'content-length': end - start + 1,
          ...(range ? { 'content-range': `bytes ${String(start)}-${String(end)}/${String(size)}` } : {}),
        });
        createReadStream(file, { start, end }).pipe(response);
      });
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [react(), sampleMedia()],
  publicDir: join(here, 'public'),
  build: {
    outDir: '/tmp/lectoroom-dev',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'chrome130',
    modulePreload: { polyfill: false },
  },
});
