import type { DownloadState } from '../../../contract/domain/download.ts';
import { assertNever } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import type { DownloadRow } from '../../ports.ts';
import { verdictOf } from './retry-policy.ts';

/**
 * What can happen to a download. `take-up`: the app found it as an earlier run left it; `pause-all`: the queue takes its turn away (all paused, day,
 * fewer at a time, nobody runs it); `retry`: what it waited for came about. `folderIsThere`: a disk's trouble without its folder is an unplugged drive.
 */
export type DownloadEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'fail'; readonly code: AppErrorCode; readonly folderIsThere: boolean }
  | { readonly kind: 'take-up' }
  | { readonly kind: 'pause-all' }
  | { readonly kind: 'resume-all' }
  | { readonly kind: 'retry' };

/** What a download becomes. */
export function nextState(state: DownloadState, event: DownloadEvent): DownloadState {
  // Whole is whole: only taking it away changes that.
  if (state === 'complete') return state;
  switch (event.kind) {
    case 'complete':
      return 'complete';
    case 'pause':
      return state === 'failed' ? state : 'paused';
    case 'start':
    case 'resume':
      return runs(state) ? state : 'queued';
    case 'retry':
    case 'resume-all':
      return state === 'waiting' ? 'queued' : state;
    case 'pause-all':
      return runs(state) ? 'queued' : state;
    case 'take-up':
      return runs(state) || state === 'waiting' ? 'queued' : state;
    case 'fail':
      return runs(state) || state === 'queued' ? failedState(event.code, event.folderIsThere) : state;
    default:
      return assertNever(event);
  }
}

/** The row after an event; null when nothing changes. An error stands only on rows that wait or failed. */
export function afterEvent(row: DownloadRow, event: DownloadEvent): DownloadRow | null {
  const state = nextState(row.state, event);
  if (state === row.state) return null;
  const isTroubled = state === 'waiting' || state === 'failed';
  return { ...row, state, error: isTroubled && event.kind === 'fail' ? event.code : null };
}

function runs(state: DownloadState): boolean {
  return state === 'downloading' || state === 'verifying';
}

function failedState(code: AppErrorCode, folderIsThere: boolean): DownloadState {
  if (!folderIsThere && (code === 'disk-failed' || code === 'folder-read-only')) return 'waiting';
  const verdict = verdictOf(code);
  switch (verdict) {
    case 'wait':
    case 'wait-for-space':
    case 'wait-for-drive':
    case 'locate-again':
    case 'start-over':
      return 'waiting';
    case 'stop':
      return 'queued';
    case 'fail':
      return 'failed';
    default:
      return assertNever(verdict);
  }
}
