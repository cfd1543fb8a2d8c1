import type { Opinions } from './compose-opinions.ts';
import type { Space } from './compose-space.ts';
import type { MediaHandler } from './electron/media-handler.ts';
import type { Catalogue } from './features/catalogue/catalogue.ts';
import type { Downloads } from './features/downloads/downloads.ts';
import type { KeepReady } from './features/downloads/keep-ready.ts';
import type { Repair } from './features/downloads/repair.ts';
import type { Licences } from './features/licences/licences.ts';
import type { Line } from './features/line/line.ts';
import type { Playback } from './features/playback/playback.ts';
import type { Study } from './features/study/study.ts';

/** Courses and lectures, put together: what there is, what is here, what plays; part of `compose`. */
export interface Media {
  readonly catalogue: Catalogue;
  readonly downloads: Downloads;
  readonly repair: Repair;
  readonly keepReady: KeepReady;
  readonly line: Line;
  readonly licences: Licences;
  readonly playback: Playback;
  readonly space: Space;
  readonly study: Study;
  readonly opinions: Opinions;
  readonly serve: MediaHandler;
  /** A cover or a caption; looked at in a private session, it is not kept. */
  readonly smallFile: Catalogue['smallFile'];
  /** What the person has stopped is another thing. */
  stoppedChanged(): void;
  /** An account was opened. */
  onSignedIn(): void;
  /** Brings in what is new and goes on with what waits; failures show as "offline", not as errors. */
  comeOnline(): void;
  /** The system woke up. */
  wake(): void;
  /** Lectures are about to move to another folder: stops what writes, and waits for it. */
  hold(): Promise<void>;
  /** The folder is there again, is another one, or lectures have moved: what waited goes on. */
  release(): void;
  /** Stops what uses the account that is being closed. */
  close(): Promise<void>;
  /** The app ends. */
  stop(): Promise<void>;
}
