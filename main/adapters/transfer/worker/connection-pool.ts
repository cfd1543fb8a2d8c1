import { openHttpConnection, type HttpConnection } from './http-connection.ts';

/** Connections that stay open between two requests to the same origin. */
export interface ConnectionPool {
  /** One that was kept and is not in use; null when there is none. */
  takeKept(url: string): HttpConnection | null;
  /** A new one. */
  open(url: string): HttpConnection;
  /** Keeps one whose last answer ended as it should. */
  keep(url: string, connection: HttpConnection): void;
  /** Closes what is kept. */
  close(): void;
}

/** What is not used for this long is closed: shorter than what services usually wait. */
const longestRestMs = 4000;

/** Makes an empty pool; certificates are checked against the system's authorities, or the one given. */
export function createConnectionPool(certificateAuthority?: string): ConnectionPool {
  const kept = new Map<string, Set<HttpConnection>>();

  function of(url: string): Set<HttpConnection> {
    const { origin } = new URL(url);
    const there = kept.get(origin) ?? new Set();
    kept.set(origin, there);
    return there;
  }

  return {
    takeKept: (url) => {
      const resting = of(url);
      for (const connection of resting) {
        resting.delete(connection);
        if (connection.isReusable()) return connection;
        connection.destroy();
      }
      return null;
    },
    open: (url) => {
      const target = new URL(url);
      const isSecure = target.protocol === 'https:';
      return openHttpConnection({
        isSecure,
        host: target.hostname.replace(/^\[|\]$/g, ''),
        port: Number(target.port === '' ? (isSecure ? 443 : 80) : target.port),
        ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
      });
    },
    keep: (url, connection) => {
      const resting = of(url);
      resting.add(connection);
      const leave = (): void => {
        clearTimeout(timer);
        resting.delete(connection);
        connection.destroy();
      };
      const timer = setTimeout(() => {
        if (resting.has(connection)) leave();
      }, longestRestMs).unref();
      connection.rest(leave);
    },
    close: () => {
      for (const resting of kept.values()) for (const connection of resting) connection.destroy();
      kept.clear();
    },
  };
}
