import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether any file of a folder has these bytes somewhere. */
export function anythingHolds(folder: string, trace: string | Buffer): boolean {
  if (trace.length === 0) throw new Error('an empty trace is everywhere');
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(trace));
}
