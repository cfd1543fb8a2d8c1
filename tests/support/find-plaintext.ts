import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A needle found where it must not be: what it is called and the file's place below the searched folder. */
export interface Finding {
  readonly needle: string;
  readonly file: string;
}

/** What is looked for: a name for reports, and the bytes. */
export type Needles = Readonly<Record<string, Buffer>>;

/** Text as it may stand in a file: UTF-8 and UTF-16, as a person and as a program writes it. */
export function textNeedles(name: string, text: string): Needles {
  const urlEncoded = encodeURIComponent(text);
  const escaped = JSON.stringify(text).slice(1, -1);
  return {
    [`${name} (UTF-8)`]: Buffer.from(text, 'utf8'),
    [`${name} (UTF-16)`]: Buffer.from(text, 'utf16le'),
    [`${name} (base64)`]: Buffer.from(
      Buffer.from(text, 'utf8')
        .toString('base64')
        .replace(/.{0,2}=*$/, ''),
    ),
    ...(urlEncoded === text ? {} : { [`${name} (URL)`]: Buffer.from(urlEncoded) }),
    ...(escaped === text ? {} : { [`${name} (JSON)`]: Buffer.from(escaped) }),
  };
}

/** Reads every byte of every file below the folders and says where a needle stands; also in file names. */
export async function findPlaintext(
  folders: readonly string[],
  needles: Needles,
): Promise<{ readonly findings: Finding[]; readonly filesRead: number }> {
  const findings: Finding[] = [];
  let filesRead = 0;
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const bytes = entry.isFile() ? await readFile(path) : Buffer.alloc(0);
      if (entry.isFile()) filesRead += 1;
      for (const [needle, pattern] of Object.entries(needles)) {
        if (bytes.includes(pattern) || Buffer.from(entry.name).includes(pattern))
          findings.push({ needle, file: path.slice(folder.length + 1) });
      }
    }
  }
  return { findings, filesRead };
}
