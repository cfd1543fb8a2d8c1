import type { OnBeforeRequestListenerDetails, Session } from 'electron';

/** Lets announced requests of one session through. */
export interface SessionGuard {
  /** Announces a request to come, by its address and a secret word that is put among its header fields; the answer takes the announcement back. */
  readonly announce: (url: string, word: string, headers: Headers) => () => void;
}

/** Carries the secret word from the announcement to the wall; goes no further. */
const wordField = 'x-lectoroom-gate';
const network = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] };
const cookieFields: readonly string[] = ['set-cookie', 'set-cookie2'];

/**
 * The second wall, inside of Chromium: of this session nothing goes over the network that main did not announce, whoever asks (a page, a service
 * worker, a prefetch), and no answer brings a cookie in: the gate alone puts those into the session that are allowed.
 */
export function guardSession(own: Session, onStranger: (host: string) => void): SessionGuard {
  const announced = new Map<string, string>();
  const isAnnounced = ({ url, webContentsId }: OnBeforeRequestListenerDetails): boolean =>
    webContentsId === undefined && [...announced.values()].includes(url);

  own.webRequest.onBeforeRequest(network, (details, answer) => {
    const isOurs = isAnnounced(details);
    if (!isOurs) onStranger(new URL(details.url).host);
    answer({ cancel: !isOurs });
  });
  own.webRequest.onBeforeSendHeaders(network, ({ url, requestHeaders }, answer) => {
    const { [wordField]: word = '', ...headers } = requestHeaders;
    answer({ cancel: announced.get(word) !== url, requestHeaders: headers });
  });
  own.webRequest.onHeadersReceived(network, ({ responseHeaders = {} }, answer) => {
    const kept = Object.entries(responseHeaders).filter(([name]) => !cookieFields.includes(name.toLowerCase()));
    answer({ responseHeaders: Object.fromEntries(kept) });
  });

  return {
    announce(url, word, headers) {
      const { href } = new URL(url);
      announced.set(word, href);
      headers.set(wordField, word);
      return () => void announced.delete(word);
    },
  };
}
