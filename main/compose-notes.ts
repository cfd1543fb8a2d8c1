import type { EventName, Events } from '../contract/ipc.ts';
import { done } from '../contract/result.ts';
import { createNotesFiles } from './adapters/notes/notes-files.ts';
import type { ChooseFile } from './adapters/notes/notes-files.ts';
import type { Doors } from './doors.ts';
import type { Account } from './features/account/account.ts';
import type { Catalogue } from './features/catalogue/catalogue.ts';
import { createLinks } from './features/links/links.ts';
import type { Links } from './features/links/links.ts';
import { createExportNotes } from './features/notes/export-notes.ts';
import { createNotes } from './features/notes/notes.ts';
import type { Playback } from './features/playback/playback.ts';
import type { Clock, FrameCamera } from './ports.ts';
import type { Routes } from './electron/ipc.ts';

/** What notes need of Electron. */
export interface NotesOutside {
  readonly chooseFile: ChooseFile;
  readonly camera: FrameCamera;
}

type NotesRoutes = Pick<Routes, Extract<keyof Routes, `notes.${string}` | `links.${string}`>>;

/** Notes and the links back to them, put together; part of `compose`. */
export interface NotesPart {
  readonly routes: NotesRoutes;
  readonly links: Links;
  /** The account is being closed; resolves when nothing is left of an export that was under way. */
  close(): Promise<void>;
}

/** Makes everything that is about notes and links. */
export function composeNotes(deps: {
  readonly doors: Doors;
  readonly clock: Clock;
  readonly outside: NotesOutside;
  readonly account: Pick<Account, 'read'>;
  readonly catalogue: Catalogue;
  readonly playback: Playback;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): NotesPart {
  const { doors, clock, outside, account, emit } = deps;
  const { library, log } = doors;
  const notes = createNotes({ library, clock, onChange: () => emit('notes.changed', null) });
  const exporting = createExportNotes({
    library,
    files: createNotesFiles({ chooseFile: outside.chooseFile }),
    camera: outside.camera,
    async mediaUrlOf(id) {
      const plan = await deps.playback.plan(id);
      return plan.ok ? plan.value.mediaUrl : null;
    },
    onProgress: (progress) => emit('notes.exporting', progress),
  });
  const links = createLinks({
    library,
    clock,
    log,
    account: account.read,
    fetchCatalogue: deps.catalogue.refresh,
    onLink: () => emit('links.waiting', null),
  });
  return {
    links,
    routes: {
      'notes.ofLecture': ({ lectureId }) => notes.ofLecture(lectureId),
      'notes.ofCourse': ({ courseId }) => notes.ofCourse(courseId),
      'notes.save': (note) => notes.save(note),
      'notes.remove': ({ id }) => notes.remove(id),
      'notes.restore': ({ id }) => notes.restore(id),
      'notes.export': (input) => exporting.run(input),
      'notes.stopExport': async () => {
        await exporting.stop();
        return done;
      },
      'links.take': () => links.take(),
    },
    async close() {
      notes.close();
      await exporting.stop();
    },
  };
}
