import { create } from 'zustand';
import type { DownloadItem } from '../../contract/domain/download.ts';

/** Whether the person has answered that downloads are to wait for another line. */
interface MeteredAnswer {
  readonly waits: boolean;
  readonly wait: () => void;
  /** Once nothing waits for another line any more, the next time is asked again. */
  readonly follow: (items: readonly DownloadItem[]) => void;
}

/** The answer to the one question about a line that costs by the amount; holds as long as that line. */
export const useMeteredAnswer = create<MeteredAnswer>((set, get) => ({
  waits: false,
  wait: () => {
    set({ waits: true });
  },
  follow: (items) => {
    if (get().waits && !items.some(({ waitsFor }) => waitsFor?.kind === 'metered')) set({ waits: false });
  },
}));
