import { describe, expect, it } from 'vitest';
import type { DownloadBatch, DownloadItem, DownloadState } from '../../../contract/domain/download.ts';
import { createDownloadSignals } from './download-signals.ts';

/** A download of 100 bytes. */
function item(id: string, state: DownloadState, receivedBytes = state === 'complete' ? 100 : 0): DownloadItem {
  return { lectureId: id, state, receivedBytes, sizeBytes: 100 } as DownloadItem;
}

function rig(settings = { downloadNotifies: true }) {
  const shown: (number | null)[] = [];
  const ended: DownloadBatch[] = [];
  const signals = createDownloadSignals({
    showProgress: (share) => shown.push(share),
    settings: () => settings,
    onBatchEnd: (batch) => ended.push(batch),
  });
  return { signals, shown, ended };
}

describe('downloads outside the window', () => {
  it('D1: progress is of the whole batch, said when it changed by a hundredth, and gone at its end; the end is told once', () => {
    const { signals, shown, ended } = rig();
    signals.take([item('old', 'complete'), item('a', 'downloading', 50), item('b', 'queued')]);
    signals.take([item('old', 'complete'), item('a', 'downloading', 50), item('b', 'queued')]);
    signals.take([item('old', 'complete'), item('a', 'complete'), item('b', 'downloading', 10)]);
    expect(ended).toEqual([]);
    signals.take([item('old', 'complete'), item('a', 'complete'), item('b', 'complete')]);
    signals.take([item('old', 'complete'), item('a', 'complete'), item('b', 'complete')]);
    expect(shown).toEqual([0.25, 0.55, null]);
    expect(ended).toEqual([{ completeCount: 2, failedCount: 0 }]);
  });

  it('D1: what failed is told with it; what the person paused or removed is not', () => {
    const { signals, ended } = rig();
    signals.take([item('a', 'downloading'), item('b', 'waiting'), item('c', 'queued'), item('d', 'queued')]);
    signals.take([item('a', 'complete'), item('b', 'failed'), item('c', 'paused')]);
    signals.take([item('a', 'complete'), item('b', 'failed'), item('c', 'downloading')]);
    signals.take([item('a', 'complete'), item('b', 'failed')]);
    expect(ended).toEqual([{ completeCount: 1, failedCount: 1 }]);
  });

  it('D1: nothing at the start of the app, when everything is here already', () => {
    const { signals, shown, ended } = rig();
    signals.take([item('a', 'complete'), item('b', 'failed'), item('c', 'paused')]);
    expect([shown, ended]).toEqual([[], []]);
    const silent = rig({ downloadNotifies: false });
    silent.signals.take([item('a', 'downloading')]);
    silent.signals.take([item('a', 'complete')]);
    expect(silent.ended).toEqual([]);
  });
});
