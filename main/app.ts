import type { AppAbout } from '../contract/domain/views.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import type { NotesOutside } from './compose-notes.ts';
import type { Configuration } from './configuration.ts';
import type { EmbeddedService } from './electron/embedded-service.ts';
import type { Routes } from './electron/ipc.ts';
import type { MediaHandler } from './electron/media-handler.ts';
import type { Policy } from './features/computer/policy.ts';
import type { PrintPage } from './erase-plan-ports.ts';
import type { WireSessions } from './gate-ports.ts';
import type { PickFolder } from './folder-ports.ts';
import type { Clock, Erasable, LineCost, Log } from './ports.ts';
import type { FindSilences } from './study-ports.ts';
import type { AppWindow } from './window-ports.ts';

/** What Electron hands in. */
export interface ComposeDeps {
  readonly configuration: Configuration;
  readonly policy: Policy;
  /** What main's own requests go through. */
  readonly sessions: WireSessions;
  /** The embedded service once it runs; null when a real one is configured. */
  readonly embedded: Promise<EmbeddedService | null>;
  readonly facts: Pick<AppAbout, 'version' | 'electronVersion' | 'platform' | 'systemLanguage'>;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** What Chromium keeps of the window. */
  readonly windowData: Erasable;
  /** On the taskbar or dock, from 0 to 1; null takes it away. */
  readonly showProgress: (share: number | null) => void;
  /** Shows a notice of the system. */
  readonly notify: (words: { title: string; body: string }) => void;
  /** Opens an address in the system browser. */
  readonly openExternal: (url: string) => Promise<void>;
  /** Asks the person for a folder. */
  readonly pickFolder: PickFolder;
  /** Keeps the computer from sleeping. */
  readonly keepAwake: (awake: boolean) => void;
  /** Finds the silences of a lecture by listening to it. */
  readonly findSilences: FindSilences;
  /** Where exported notes go, and their pictures come from. */
  readonly notes: NotesOutside;
  /** Makes a document of a page. */
  readonly printPage: PrintPage;
  /** Asks the person for an export to bring here. */
  readonly pickArchive: () => Promise<string | null>;
  readonly appWindow: AppWindow;
  /** Keeps the screen from going dark. */
  readonly holdScreen: (awake: boolean) => void;
  /** Another clock than the computer's, for trials. */
  readonly clock?: Clock;
  /** Somebody else than the system to ask about the line, for trials. */
  readonly lineCost?: LineCost;
  readonly onTheme: (theme: Events['settings.changed']['theme']) => void;
}

/** The app, put together. */
export interface App {
  readonly log: Log;
  readonly routes: Routes;
  readonly media: MediaHandler;
  /** Goes on with an erasing that was cut off; to be awaited before any window opens. */
  finishErasing(): Promise<void>;
  /** Settings first, then the remembered account; never waits for the network. */
  start(): Promise<void>;
  /** A link from outside, as the system gave it. */
  followLink(text: string): void;
  /** The system woke up, the screen was unlocked, or the line changed. */
  wake(): void;
  stop(): Promise<void>;
}
