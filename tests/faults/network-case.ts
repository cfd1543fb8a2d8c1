import type { AssetLocation } from '../../contract/api/assets.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { segment } from '../support/fault-scene.ts';
import type { Fault } from '../support/raw-server.ts';

/** One thing that goes wrong on the line, and what must come of it. */
export interface NetworkCase {
  readonly title: string;
  /** When given, so many bytes came before and the fault meets the request for the rest. */
  readonly resumeAfter?: number;
  readonly fault: Fault;
  readonly location?: Partial<AssetLocation>;
  readonly code: AppErrorCode | 'ok';
  readonly retryAfterMs?: number;
  /** Plain bytes on the disk afterwards; not said where it is a matter of timing. */
  readonly holds?: number;
  /** Bytes that must be fetched twice, because they were wrong or of another file; a segment an interruption is granted anyway. */
  readonly againBytes?: number;
}

/** Plain bytes on the disk when a resume of these cases begins: whole segments. */
export const held = 2 * segment;

/** What makes a case one of a resume: the line was cut nine bytes into the third segment, and the fault leaves what is there. */
export const resume = { resumeAfter: held + 9, holds: held };
