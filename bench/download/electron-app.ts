import { builtMainFolder, startElectron } from '../support/electron-child.ts';
import { pssOf } from '../support/memory.ts';
import type { ElectronFigures, ElectronJob } from './electron-main.ts';

/** What a download of ours cost; `pssGrowthBytes` is of the process that downloads, from before to its highest. */
export interface OurFigures extends ElectronFigures {
  readonly pssGrowthBytes: number;
}

/** The real Electron, waiting for downloads. */
export interface ElectronApp {
  download(job: ElectronJob): Promise<OurFigures>;
  /** SIGKILL, so long after a download began; whatever it was doing is over. */
  downloadAndKill(job: ElectronJob, afterMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; `certificatePath` is the one authority it trusts besides the usual ones. */
export async function startElectronApp(
  appFolder: string,
  userDataFolder: string,
  certificatePath: string,
): Promise<ElectronApp> {
  const child = await startElectron({
    appFolder,
    userDataFolder,
    words: [builtMainFolder, userDataFolder],
    environment: { NODE_EXTRA_CA_CERTS: certificatePath },
  });
  return {
    async download(job) {
      const before = pssOf(child.processId);
      let highest = before;
      const sampling = setInterval(() => {
        highest = Math.max(highest, pssOf(child.processId));
      }, 250);
      const figures = (await child.ask(job)) as ElectronFigures;
      clearInterval(sampling);
      if (figures.outcome !== 'ok') throw new Error(`the download ended as ${figures.outcome}: ${child.said()}`);
      return { ...figures, pssGrowthBytes: highest - before };
    },
    async downloadAndKill(job, afterMs) {
      child.tell(job);
      await new Promise((go) => setTimeout(go, afterMs));
      await child.kill();
    },
    stop: child.stop,
  };
}
