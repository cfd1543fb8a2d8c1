import { randomBytes } from 'node:crypto';
import type { ServiceDatabase } from './database.ts';

/** Single values of the service: secrets and marks. */
export interface Facts {
  /** 32 random bytes of that name, made at the first call and the same ever after. */
  secret(name: string): Buffer;
  /** True at the first call ever with this name, false afterwards. */
  firstTime(name: string): boolean;
}

/** Keeps facts in the database. */
export function createFacts(database: ServiceDatabase): Facts {
  const read = database.prepare<[string], { value: Buffer }>('SELECT value FROM facts WHERE name = ?');
  const write = database.prepare<[string, Buffer]>(
    'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    secret(name) {
      write.run(name, randomBytes(32));
      const row = read.get(name);
      if (row === undefined) throw new Error('a fact just written is missing');
      return row.value;
    },
    firstTime: (name) => write.run(name, Buffer.from([1])).changes === 1,
  };
}
