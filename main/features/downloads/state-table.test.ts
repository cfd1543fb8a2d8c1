import { describe, expect, it } from 'vitest';
import { downloadStates } from '../../../contract/domain/download.ts';
import type { DownloadState } from '../../../contract/domain/download.ts';
import type { DownloadRow } from '../../ports.ts';
import { afterEvent, nextState } from './state-table.ts';
import type { DownloadEvent } from './state-table.ts';

type Row = Record<DownloadState, DownloadState>;
const fail = (code: Extract<DownloadEvent, { kind: 'fail' }>['code'], folderIsThere = true): DownloadEvent => ({
  kind: 'fail',
  code,
  folderIsThere,
});
const stays: Row = {
  queued: 'queued',
  downloading: 'downloading',
  waiting: 'waiting',
  paused: 'paused',
  verifying: 'verifying',
  complete: 'complete',
  failed: 'failed',
};
const all = (state: DownloadState): Row => ({
  queued: state,
  downloading: state,
  waiting: state,
  paused: state,
  verifying: state,
  complete: state,
  failed: state,
});
const ends = (state: DownloadState): Row => ({ ...stays, queued: state, downloading: state, verifying: state });

const table: readonly (readonly [string, DownloadEvent, Row])[] = [
  ['start', { kind: 'start' }, { ...stays, waiting: 'queued', paused: 'queued', failed: 'queued' }],
  ['pause', { kind: 'pause' }, { ...all('paused'), complete: 'complete', failed: 'failed' }],
  ['resume', { kind: 'resume' }, { ...stays, waiting: 'queued', paused: 'queued', failed: 'queued' }],
  ['complete', { kind: 'complete' }, all('complete')],
  ['take-up', { kind: 'take-up' }, { ...stays, downloading: 'queued', verifying: 'queued', waiting: 'queued' }],
  ['pause-all', { kind: 'pause-all' }, { ...stays, downloading: 'queued', verifying: 'queued' }],
  ['resume-all', { kind: 'resume-all' }, { ...stays, waiting: 'queued' }],
  ['retry', { kind: 'retry' }, { ...stays, waiting: 'queued' }],
  ['fail: the service', fail('service-unreachable'), ends('waiting')],
  ['fail: a full disk', fail('disk-full'), ends('waiting')],
  ['fail: the disk, whose folder is there', fail('disk-failed'), ends('failed')],
  ['fail: the disk, unplugged', fail('disk-failed', false), ends('waiting')],
  ['fail: read-only, unplugged', fail('folder-read-only', false), ends('waiting')],
  ['fail: the wrong bytes', fail('digest-mismatch'), ends('failed')],
  ['fail: the wrong bytes on no drive', fail('digest-mismatch', false), ends('failed')],
  ['fail: signed out', fail('signed-out'), ends('queued')],
];

describe('D5: every state and every event', () => {
  const cases = table.flatMap(([name, event, row]) =>
    downloadStates.map((state) => [state, name, row[state], event] as const),
  );
  it.each(cases)('D5: %s, %s → %s', (state, _, next, event) => {
    expect(nextState(state, event)).toBe(next);
  });

  it('D5: an error stands on a row only while it waits or has failed', () => {
    const row = { state: 'waiting', error: 'service-failed' } as DownloadRow;
    expect(afterEvent(row, { kind: 'pause' })).toMatchObject({ state: 'paused', error: null });
    expect(afterEvent(row, { kind: 'complete' })).toMatchObject({ state: 'complete', error: null });
    const failed = afterEvent(
      { ...row, state: 'downloading', error: null },
      { kind: 'fail', code: 'disk-full', folderIsThere: true },
    );
    expect(failed).toMatchObject({ state: 'waiting', error: 'disk-full' });
    expect(afterEvent(row, { kind: 'pause-all' })).toBeNull();
  });
});
