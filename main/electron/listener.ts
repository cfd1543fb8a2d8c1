import { session, WebContentsView } from 'electron';
import type { Session } from 'electron';
import { z } from 'zod';
import type { FindSilences, Listenable } from '../study-ports.ts';
import { answerFile } from './protocols.ts';

const contentSecurityPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'";
const page = 'app://lectoroom/listen/index.html';
const sound = 'app://lectoroom/listen/sound';

const Found = z.union([
  z.literal('unreadable'),
  z.array(z.object({ startMs: z.int().min(0).max(1e9), endMs: z.int().min(0).max(1e9) })).max(200_000),
]);

/**
 * Makes the listener: a page that nobody sees, in a process and a session of its own, sandboxed, without a preload script, that may ask
 * for nothing but its own files and the bytes of the one lecture. It decodes the sound and gives back pairs of numbers; keys stay in main.
 */
export function createListener(rendererFolder: string): FindSilences {
  let own: Session | null = null;
  let lecture: Listenable | null = null;

  function listeningSession(): Session {
    if (own !== null) return own;
    own = session.fromPartition('listener', { cache: false });
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    own.setPermissionCheckHandler(() => false);
    own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith('app://lectoroom/') }));
    own.protocol.handle('app', (request) =>
      request.url === sound ? answerSound(request) : answerFile(request, { rendererFolder, contentSecurityPolicy }),
    );
    return own;
  }

  async function answerSound(request: Request): Promise<Response> {
    const asked = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get('range') ?? '');
    if (lecture === null || asked === null) return new Response(null, { status: 400 });
    const start = Number(asked[1]);
    const endExclusive = Math.min(Number(asked[2]) + 1, lecture.sizeBytes);
    if (start >= endExclusive) return new Response(null, { status: 416 });
    try {
      const headers = { 'content-range': `bytes ${start}-${endExclusive - 1}/${lecture.sizeBytes}` };
      return new Response(await lecture.read({ start, endExclusive }), { status: 206, headers });
    } catch {
      return new Response(null, { status: 500 });
    }
  }

  return async (given, signal) => {
    signal.throwIfAborted();
    const over = new AbortController();
    lecture = given;
    const view = new WebContentsView({
      webPreferences: {
        session: listeningSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    // The view is held until the end: it takes its page along when it is collected.
    const { webContents } = view;
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    webContents.on('will-navigate', (event) => event.preventDefault());
    try {
      const cutOff = new Promise<never>((_, reject) => {
        const ended = () => reject(new Error('the listener ended'));
        webContents.once('render-process-gone', ended);
        webContents.once('destroyed', ended);
        // One signal goes for many lectures: this one's listener goes with it.
        signal.addEventListener('abort', () => reject(new Error('called off')), { signal: over.signal });
      });
      const listening = webContents
        .loadURL(page)
        .then(() => webContents.executeJavaScript('globalThis.findSilences()') as Promise<unknown>);
      listening.catch(() => undefined);
      return Found.parse(await Promise.race([listening, cutOff]));
    } finally {
      over.abort();
      lecture = null;
      if (!view.webContents.isDestroyed()) view.webContents.close();
    }
  };
}
