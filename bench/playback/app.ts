import { startElectron, builtMainFolder } from '../support/electron-child.ts';
import { pssOfTree } from '../support/memory.ts';
import type { ElectronAnswer, ElectronConfiguration, ElectronCounts, ElectronJob } from './electron-main.ts';
import type { PageName } from './pages.ts';

/** The real Electron with the pages of the bench. */
export interface PlaybackApp {
  /** Calls a function of a page (`page-script.ts`) and answers what it returned, a number for all but `leave`. */
  call(page: PageName, name: string, ...words: readonly unknown[]): Promise<number>;
  counts(): Promise<ElectronCounts>;
  /** Memory of all its processes, in bytes. */
  pssBytes(): number;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startPlaybackApp(
  appFolder: string,
  configuration: Omit<ElectronConfiguration, 'workersFolder'>,
): Promise<PlaybackApp> {
  const { userDataFolder } = configuration;
  const words = [JSON.stringify({ ...configuration, workersFolder: builtMainFolder })];
  const child = await startElectron({ appFolder, userDataFolder, words });
  async function ask(job: ElectronJob): Promise<ElectronAnswer> {
    const answer = (await child.ask(job)) as ElectronAnswer;
    if (answer.kind === 'error') throw new Error(`${JSON.stringify(job)}: ${answer.message}; ${child.said()}`);
    return answer;
  }
  return {
    async call(page, name, ...words) {
      const answer = await ask({ kind: 'page', page, call: name, words });
      return answer.kind === 'value' ? Number(answer.value) : Number.NaN;
    },
    async counts() {
      const answer = await ask({ kind: 'counts' });
      if (answer.kind !== 'counts') throw new Error('no counts came');
      return answer.counts;
    },
    pssBytes: () => pssOfTree(child.processId),
    stop: child.stop,
  };
}
