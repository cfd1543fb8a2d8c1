import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** What is kept of a password: scrypt (RFC 7914) with the parameters it was made with. */
export interface StoredPassword {
  readonly hash: Buffer;
  readonly salt: Buffer;
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** Hashes and checks passwords. */
export interface Passwords {
  hash(password: string): Promise<StoredPassword>;
  /** Takes as long for an unknown account (`null`) as for a known one. */
  matches(password: string, stored: StoredPassword | null): Promise<boolean>;
  /** Whether the password was hashed with less than today's cost. */
  isOutdated(stored: StoredPassword): boolean;
}

/** Passwords by scrypt; `cost` is N, a power of two, lower than 2^15 only in tests. */
export function createPasswords(cost: number = 2 ** 15): Passwords {
  const absent: StoredPassword = { hash: Buffer.alloc(32), salt: randomBytes(16), n: cost, r: 8, p: 1 };

  /** Unicode is normalised, so that a keyboard's way of composing «й» does not matter. */
  function run(password: string, { salt, n, r, p }: Omit<StoredPassword, 'hash'>): Promise<Buffer> {
    return derive(password.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem: 256 * n * r });
  }

  return {
    async hash(password) {
      const parameters = { salt: randomBytes(16), n: cost, r: 8, p: 1 };
      return { ...parameters, hash: await run(password, parameters) };
    },
    async matches(password, stored) {
      const kept = stored ?? absent;
      const same = timingSafeEqual(await run(password, kept), kept.hash);
      return same && stored !== null;
    },
    isOutdated: (stored) => stored.n < cost,
  };
}
