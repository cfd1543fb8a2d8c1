import { z } from 'zod';
import type { DataKindName } from './data-kinds.ts';

/** What an export calls itself, and the version of its form. */
export const exportFormat = { name: 'lectoroom-export', version: 1 } as const;

/** A passphrase has at least so many characters, and at most. */
export const passphraseLength = { least: 12, most: 200 } as const;

/** Columns of personal tables that no export holds: they open something, and are of use on this computer only. */
export const withheldColumns: readonly `${string}.${string}`[] = ['licences.licence'];

/** Why something is not in an export, as a short closed list. */
export const notIncludedReasons = [
  'public-catalogue',
  'made-from-other-kinds',
  'only-keys',
  'opens-something',
  'of-other-people',
  'lectures-themselves',
  'not-about-a-person',
] as const;
export type NotIncludedReason = (typeof notIncludedReasons)[number];

/** Whether the service's part is in an export. */
export type ServicePart = 'included' | 'not-reached';

/** One kind of data and how many records of it there are. */
export interface ExportedKind {
  readonly kind: DataKindName;
  readonly rowCount: number;
}

/** What an export would hold now. */
export interface ExportPreview {
  readonly kinds: readonly ExportedKind[];
  /** What the file will take, about. */
  readonly estimatedBytes: number;
}

const short = z.string().min(1).max(200);
const long = z.string().min(1).max(1000);
const tableWords = z.record(z.string().min(1).max(60), short);

export const ExportWords = z.strictObject({
  language: z.enum(['en', 'ru']),
  fileName: short,
  title: short,
  lead: long,
  madeAt: short,
  account: short,
  files: short,
  filesLead: long,
  onThisComputer: short,
  atTheService: short,
  serviceMissing: long,
  /** With `{count}`. */
  records: short,
  /** With `{count}`. */
  shownFirst: short,
  notIncluded: short,
  what: short,
  why: short,
  /** The name of each kind of data. */
  kinds: tableWords,
  reasons: z.record(z.enum(notIncludedReasons), long),
  things: z.strictObject({ lectures: short, keys: short, others: short, logs: short, licences: short }),
});
/** The words of the readable page of an export, in the language on screen. */
export type ExportWords = z.infer<typeof ExportWords>;

/** How far an export or an import is. */
export interface ExportProgress {
  /** From 0 to 1. */
  readonly share: number;
  /** What is written or read now; null at the end. */
  readonly kind: DataKindName | null;
  readonly rowCount: number;
}

/** A written export. */
export interface ExportDone {
  readonly fileName: string;
  readonly folderName: string;
  readonly sizeBytes: number;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  readonly rowCount: number;
  readonly service: ServicePart;
  readonly encrypted: boolean;
}
