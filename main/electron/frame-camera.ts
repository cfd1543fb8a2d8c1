import { BrowserWindow, session } from 'electron';
import type { FrameCamera, LectureFrames } from '../ports.ts';
import type { MediaHandler } from './media-handler.ts';

/** A page of the lectures' own origin: only there may a picture be read back (elsewhere the canvas is tainted). It has no script and no bridge. */
const pageUrl = 'lecture://media/.frames';
const page = '<!doctype html><meta charset="utf-8"><title>LECTOROOM</title><video muted preload="auto"></video>';

const patienceMs = 15_000;
const longestEdgePx = 1280;

/** Takes pictures in a window that nobody sees, with a session of its own that reaches nothing but lectures. */
export function createFrameCamera(deps: { readonly media: MediaHandler }): FrameCamera {
  const own = session.fromPartition('frames', { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith('lecture://media/') }));
  own.on('will-download', (event) => event.preventDefault());
  own.protocol.handle('lecture', (request) => {
    if (request.url === pageUrl) {
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; media-src lecture:",
      };
      return new Response(page, { headers });
    }
    const { method, url, signal } = request;
    return deps.media({ method, url, range: request.headers.get('range'), signal });
  });

  async function open(mediaUrl: string): Promise<LectureFrames | null> {
    const window = new BrowserWindow({
      show: false,
      width: 320,
      height: 180,
      webPreferences: { session: own, sandbox: true, contextIsolation: true, backgroundThrottling: false },
    });
    window.webContents.setAudioMuted(true);
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    window.webContents.on('will-navigate', (event) => event.preventDefault());
    const run = (script: string): Promise<unknown> => patiently(window.webContents.executeJavaScript(script, false));
    const close = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    const isReady = await patiently(window.loadURL(pageUrl).then(() => run(opening(mediaUrl)))).catch(() => false);
    if (isReady !== true) {
      close();
      return null;
    }
    return {
      close,
      async at(positionMs) {
        const url = await run(taking(positionMs)).catch(() => null);
        const prefix = 'data:image/png;base64,';
        return typeof url === 'string' && url.startsWith(prefix)
          ? new Uint8Array(Buffer.from(url.slice(prefix.length), 'base64'))
          : null;
      },
    };
  }

  return { open };
}

/** True once the lecture is known to have a picture. */
function opening(mediaUrl: string): string {
  return `new Promise((resolve) => {
    const video = document.querySelector('video');
    video.onloadeddata = () => resolve(video.videoWidth > 0);
    video.onerror = () => resolve(false);
    video.src = ${JSON.stringify(mediaUrl)};
  })`;
}

/** The picture at a place as a PNG address, no larger than asked for. */
function taking(positionMs: number): string {
  return `new Promise((resolve) => {
    const video = document.querySelector('video');
    const take = () => {
      const scale = Math.min(1, ${longestEdgePx} / Math.max(video.videoWidth, video.videoHeight));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
      resolve(canvas.toDataURL('image/png'));
    };
    video.onseeked = take;
    video.onerror = () => resolve(null);
    video.currentTime = Math.min(${positionMs} / 1000, Math.max(0, video.duration - 0.05));
  })`;
}

/** Gives up after a while: a lecture that stalls must not hold the export for ever. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
