import { z } from 'zod';
import type { KeptFolder } from '../../../../folder-ports.ts';
import { readOnlyValue, writeOnlyValue } from './only-value.ts';
import type { ComputerStatements } from './tables.ts';

const Place = z.object({
  path: z.string().min(1),
  volume: z.string().min(1),
  id: z.string().regex(/^[a-f0-9]{32}$/),
  name: z.string(),
  driveName: z.string().nullable(),
});
const Kept = z.object({
  place: Place.nullable(),
  move: z.object({ phase: z.enum(['copying', 'undoing', 'deleting']), other: Place.nullable() }).nullable(),
});

/** Where the downloads are; the usual folder when there is nothing, or nothing that makes sense. */
export function readFolder(store: ComputerStatements): KeptFolder {
  const kept = Kept.safeParse(readOnlyValue(store, 'download_folder'));
  return kept.success ? kept.data : { place: null, move: null };
}

/** Keeps where the downloads are. */
export function writeFolder(store: ComputerStatements, kept: KeptFolder): null {
  return writeOnlyValue(store, 'download_folder', Kept.parse(kept));
}
