import type { Session } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { MediaHandler } from './media-handler.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What serving the built user interface needs. */
interface FilePlace {
  readonly rendererFolder: string;
  readonly contentSecurityPolicy: string;
}

/** Answers a request for a file of the built user interface; everything else is not found. */
export async function answerFile(request: Request, deps: FilePlace): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  const path = normalize(join(deps.rendererFolder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
  const type = contentTypes[extname(path)];
  const inside = path.startsWith(deps.rendererFolder + sep) && !path.includes('\0');
  if (host !== 'lectoroom' || !inside || type === undefined || request.method !== 'GET')
    return new Response(null, { status: 404 });
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-security-policy': deps.contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

/** Serves the built user interface by `app://lectoroom/` and lectures by `lecture://`, on this session only. */
export function serveSchemes(session: Session, deps: FilePlace & { readonly media: MediaHandler }): void {
  session.protocol.handle('app', (request) => answerFile(request, deps));
  session.protocol.handle('lecture', (request) =>
    deps.media({
      method: request.method,
      url: request.url,
      range: request.headers.get('range'),
      signal: request.signal,
    }),
  );
}
