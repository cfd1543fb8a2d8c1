import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';
import type { MediaHandler } from '../../main/electron/media-handler.ts';
import { serveSchemes } from '../../main/electron/protocols.ts';
import { contentSecurityPolicy, createWindowSession } from '../../main/electron/window-session.ts';
import { barePage, pageScript } from './page-script.ts';

/** Somebody who plays: ours as in the app, a bare page with `file://`, and a reader that decrypts from the start; and two who only fetch. */
export const pageNames = ['ours', 'file', 'fromStart', 'fetchOurs', 'fetchPlain'] as const;
export type PageName = (typeof pageNames)[number];

/** A page that does what `page-script.ts` has; `call` is one of its functions with its arguments. */
export interface Page {
  call(name: string, ...words: readonly unknown[]): Promise<unknown>;
}

/** Opens them all beside each other: a window that is covered draws no frames. */
export async function openPages(deps: {
  readonly pageFolder: string;
  readonly ours: MediaHandler;
  readonly fromStart: MediaHandler;
  readonly plain: MediaHandler;
}): Promise<Readonly<Record<PageName, Page>>> {
  const path = join(deps.pageFolder, 'index.html');
  await writeFile(path, barePage);
  const windowSession = createWindowSession();
  serveSchemes(windowSession, { rendererFolder: deps.pageFolder, contentSecurityPolicy, media: deps.ours });
  return {
    ours: await openPage(windowSession, 'app://lectoroom/', 0),
    file: await openPage(session.defaultSession, `file://${path}`, 1),
    fromStart: await openPage(sessionWith('from-start', deps.fromStart), pageUrl, 2),
    fetchOurs: await openPage(sessionWith('fetch-ours', deps.ours), pageUrl, null),
    fetchPlain: await openPage(sessionWith('fetch-plain', deps.plain), pageUrl, null),
  };
}

/** Of the lectures' own origin, so that its page may fetch them. */
const pageUrl = 'lecture://media/.bench';

function sessionWith(name: string, media: MediaHandler): Session {
  const own = session.fromPartition(name, { cache: false });
  own.protocol.handle('lecture', (request) => {
    if (request.url === pageUrl) return new Response(barePage, { headers: { 'content-type': 'text/html' } });
    const { method, url, signal } = request;
    return media({ method, url, range: request.headers.get('range'), signal });
  });
  return own;
}

/** `column` null: never shown. */
async function openPage(own: Session, url: string, column: number | null): Promise<Page> {
  const window = new BrowserWindow({
    show: false,
    x: (column ?? 0) * 440,
    y: 0,
    width: 430,
    height: 320,
    frame: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  await window.loadURL(url);
  if (column !== null) window.showInactive();
  await window.webContents.executeJavaScript(pageScript);
  return {
    call: (name, ...words) =>
      window.webContents.executeJavaScript(`bench.${name}(...${JSON.stringify(words)})`, false) as Promise<unknown>,
  };
}
