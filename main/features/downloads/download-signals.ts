import type { DownloadBatch, DownloadItem } from '../../../contract/domain/download.ts';
import type { Settings } from '../../../contract/domain/settings.ts';

/** Shows the downloads outside the window. */
export interface DownloadSignals {
  /** Takes the list as it is now. */
  take(items: readonly DownloadItem[]): void;
  /** Nobody is signed in any more: nothing is shown. */
  forget(): void;
}

/** Whether a download is still on its way by itself: it neither ended nor waits for the person. */
function isOnItsWay({ state }: DownloadItem): boolean {
  switch (state) {
    case 'queued':
    case 'downloading':
    case 'waiting':
    case 'verifying':
      return true;
    case 'paused':
    case 'complete':
    case 'failed':
      return false;
  }
}

/**
 * Makes the signals. Progress counts every byte of the batch, from the first download that began until none is on its way; the batch then ends
 * and is told once, whatever became of each.
 */
export function createDownloadSignals(deps: {
  readonly showProgress: (share: number | null) => void;
  readonly settings: () => Pick<Settings, 'downloadNotifies'>;
  readonly onBatchEnd: (batch: DownloadBatch) => void;
}): DownloadSignals {
  /** The lectures of the batch that runs. */
  const batch = new Set<string>();
  let shown: number | null = null;

  function show(share: number | null): void {
    const rounded = share === null ? null : Math.round(share * 100) / 100;
    if (rounded === shown) return;
    shown = rounded;
    deps.showProgress(rounded);
  }

  function end(items: readonly DownloadItem[]): void {
    const ended = items.filter(({ lectureId }) => batch.has(lectureId));
    batch.clear();
    show(null);
    const completeCount = ended.filter(({ state }) => state === 'complete').length;
    const failedCount = ended.filter(({ state }) => state === 'failed').length;
    if (completeCount + failedCount > 0 && deps.settings().downloadNotifies)
      deps.onBatchEnd({ completeCount, failedCount });
  }

  return {
    take(items) {
      const coming = items.filter(isOnItsWay);
      for (const { lectureId } of coming) batch.add(lectureId);
      if (batch.size === 0) return;
      if (coming.length === 0) {
        end(items);
        return;
      }
      const members = items.filter(({ lectureId }) => batch.has(lectureId));
      const sizeBytes = members.reduce((sum, item) => sum + item.sizeBytes, 0);
      const receivedBytes = members.reduce((sum, item) => sum + Math.min(item.receivedBytes, item.sizeBytes), 0);
      show(sizeBytes === 0 ? 0 : receivedBytes / sizeBytes);
    },
    forget() {
      batch.clear();
      show(null);
    },
  };
}
