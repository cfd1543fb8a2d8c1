import type { LectureId, NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes, Note } from '../../../contract/domain/note.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { FrameCamera, LectureFrames, NotesFile } from '../../ports.ts';
import { placeWords } from './markdown.ts';

/** What taking pictures of notes needs. */
export interface PicturesDeps {
  readonly camera: FrameCamera;
  /** Where a lecture's bytes are, if it can be played now. */
  readonly mediaUrlOf: (id: LectureId) => Promise<string | null>;
  readonly put: NotesFile['putPicture'];
  /** One more note is done, with a picture or without. */
  readonly onStep: () => void;
}

/** Takes the pictures of notes one after the other and puts them down, by note; a lecture that cannot be played now goes without. */
export async function takePictures(
  lectures: readonly LectureNotes[],
  deps: PicturesDeps,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<NoteId, string>>> {
  const pictures = new Map<NoteId, string>();

  async function framesOf(lectureId: LectureId): Promise<LectureFrames | null> {
    const mediaUrl = await unlessCalledOff(deps.mediaUrlOf(lectureId), signal);
    if (mediaUrl === null) return null;
    const opening = deps.camera.open(mediaUrl);
    const frames = await unlessCalledOff(opening, signal);
    if (frames === null)
      void opening.then(
        (late) => late?.close(),
        () => undefined,
      );
    return frames;
  }

  async function ofOneLecture({ lectureId, notes }: LectureNotes, lectureNumber: number): Promise<Result<null>> {
    const frames = await framesOf(lectureId);
    try {
      for (const [index, note] of notes.entries()) {
        if (signal.aborted) return fail('cancelled');
        const png = frames === null ? null : await unlessCalledOff(frames.at(note.positionMs), signal);
        if (png !== null) {
          const written = await deps.put(pictureName(lectureNumber, index + 1, note), png);
          if (!written.ok) return written;
          pictures.set(note.id, written.value);
        }
        deps.onStep();
      }
      return done;
    } finally {
      frames?.close();
    }
  }

  for (const [index, lecture] of lectures.entries()) {
    const taken = await ofOneLecture(lecture, index + 1);
    if (!taken.ok) return taken;
  }
  return ok(pictures);
}

/** What comes of some work, or null as soon as it is called off: a lecture that stalls must not hold that up. */
async function unlessCalledOff<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const over = new AbortController();
  const calledOff = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { signal: over.signal });
  });
  return Promise.race([calledOff, work]).finally(() => over.abort());
}

/** Sorts as the notes do, and says where: "02-007-1-05-09.png". */
function pictureName(lectureNumber: number, noteNumber: number, { positionMs }: Note): string {
  const place = placeWords(positionMs).replaceAll(':', '-');
  return `${String(lectureNumber).padStart(2, '0')}-${String(noteNumber).padStart(3, '0')}-${place}.png`;
}
