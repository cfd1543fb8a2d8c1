import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A language the app speaks. */
export type AppLanguage = 'en' | 'ru';

/** Gives a message of the catalogue by its key, as text or, with its gaps open, as a pattern; throws on a key that is not there. */
export interface Words {
  text(key: string): string;
  pattern(key: string): RegExp;
}

/** The message catalogue the app itself uses. */
export function wordsOf(language: AppLanguage): Words {
  const path = resolve(import.meta.dirname, '..', '..', 'renderer', 'locales', `${language}.json`);
  const catalogue: unknown = JSON.parse(readFileSync(path, 'utf8'));
  function text(key: string): string {
    const found = key
      .split('.')
      .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], catalogue);
    if (typeof found !== 'string') throw new Error(`no message ${key} in ${language}`);
    return found;
  }
  return {
    text,
    pattern: (key) =>
      new RegExp(
        `^${text(key)
          .split(/\{\{\w+\}\}/)
          .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
          .join('.+')}$`,
      ),
  };
}
