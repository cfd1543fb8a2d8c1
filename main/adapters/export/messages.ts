import type { ImportedRows } from '../../../contract/domain/import.ts';
import type { Result } from '../../../contract/result.ts';
import type { ArchiveFacts } from '../../export-ports.ts';

/** What the archive worker can be asked; a worker has one archive in its life. */
export interface ArchiveCalls {
  'write.open': { in: { readonly path: string; readonly passphrase: string | null }; out: null };
  'write.begin': { in: string; out: null };
  'write.append': { in: Uint8Array; out: null };
  'write.finish': { in: null; out: { readonly sizeBytes: number; readonly sha256: string } };
  'write.abandon': { in: null; out: null };
  'read.open': { in: string; out: { readonly encrypted: boolean } };
  'read.check': { in: string | null; out: ArchiveFacts };
  'read.rewind': { in: null; out: null };
  'read.next': { in: null; out: { readonly rows: ImportedRows; readonly share: number } | null };
  'read.close': { in: null; out: null };
}
export type ArchiveCallName = keyof ArchiveCalls;

/** One function per call. */
export type ArchiveHandlers = {
  readonly [Name in ArchiveCallName]: (input: ArchiveCalls[Name]['in']) => Promise<Result<ArchiveCalls[Name]['out']>>;
};

/** A call on its way to the worker. */
export interface ArchiveRequest {
  readonly id: number;
  readonly name: ArchiveCallName;
  readonly input: unknown;
}

/** What the worker says: an answer, or how far checking is. */
export type ArchiveMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'share'; readonly share: number };
