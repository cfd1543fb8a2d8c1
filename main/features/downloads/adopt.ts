import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { done } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type {
  AccountFolder,
  AccountKeys,
  CatalogueMedia,
  Clock,
  DownloadRow,
  LectureCare,
  Library,
  Log,
  RecognisedFile,
} from '../../ports.ts';
import { newRow, ownSideFiles } from './new-row.ts';

/** What finding lectures again needs. */
export interface AdoptionDeps {
  readonly library: Library;
  readonly care: LectureCare;
  readonly clock: Clock;
  readonly log: Log;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  readonly fetchSideFile: (id: AssetId) => Promise<Result<unknown>>;
  /** Goes on with a download that has a row. */
  readonly resume: (id: LectureId) => Promise<Result<null>>;
  /** Rows have come. */
  readonly onAdopted: () => void;
}

/** Finds lectures whose rows were lost, and tidies up what nobody owns. */
export interface Adoption {
  /** One run at a time, shared by all who ask. Nothing is deleted unless `catalogueIsFresh`: the service's catalogue has come just now. */
  run(options: { readonly catalogueIsFresh: boolean }): Promise<void>;
  /** Calls the run off and waits for it. */
  stop(): Promise<void>;
}

/** Few enough that a page crosses threads in well under 8 ms. */
const pageSize = 200;

interface Found {
  readonly media: CatalogueMedia;
  readonly file: RecognisedFile;
}

/** Makes the adoption. */
export function createAdoption(deps: AdoptionDeps): Adoption {
  let running: Promise<void> | null = null;
  let isCalledOff = false;
  let looked = '';

  async function look(catalogueIsFresh: boolean): Promise<void> {
    const account = deps.opened();
    if (!account.ok) return;
    const { keys } = account.value;
    // Of another opening of an account, even the same one, nothing that was read here is known.
    const isStill = (): boolean => {
      const now = deps.opened();
      return !isCalledOff && now.ok && now.value.keys === keys;
    };
    const folder: AccountFolder = { accountId: account.value.id, mediaKey: keys.mediaKey };
    const known = await deps.library.catalogue.known();
    if (!known.ok || known.value.cursor === null) return;
    const [rows, binned] = await Promise.all([deps.library.downloads.list(), deps.library.bin.list()]);
    if (!rows.ok || !binned.ok) return;
    const strangers = await deps.care.strangers(folder, [...rows.value, ...binned.value].flatMap(filesOf));
    if (!strangers.ok || strangers.value.length === 0) return;
    // A line that comes and goes asks often: what was gone through already is not gone through again.
    const sight = JSON.stringify([folder.accountId, known.value.cursor, catalogueIsFresh, strangers.value]);
    if (sight === looked) return;
    const found = await findInCatalogue(folder, strangers.value);
    if (found === null) return;
    await adopt(found, isStill);
    if (!isStill()) return;
    looked = sight;
    if (!catalogueIsFresh) return;
    const owned = new Set(found.flatMap(({ file }) => file.names));
    const nobodys = strangers.value.filter((name) => !owned.has(name));
    if (nobodys.length === 0) return;
    const swept = await deps.care.sweep(folder, nobodys, deps.clock.nowMs());
    if (swept.ok && swept.value > 0) deps.log.info('downloads.swept', { count: swept.value });
  }

  /** Every file of the catalogue among the names; null when the catalogue could not be gone through to its end. */
  async function findInCatalogue(folder: AccountFolder, names: readonly string[]): Promise<readonly Found[] | null> {
    const found: Found[] = [];
    let after: CatalogueMedia | null = null;
    for (;;) {
      if (isCalledOff) return null;
      const page: Result<readonly CatalogueMedia[]> = await deps.library.catalogue.media(after, pageSize);
      if (!page.ok) return null;
      const recognised = await deps.care.recognise(folder, names, page.value);
      if (!recognised.ok) return null;
      for (const file of recognised.value) {
        const media = page.value.find(({ assetId }) => assetId === file.assetId);
        if (media !== undefined) found.push({ media, file });
      }
      after = page.value.at(-1) ?? null;
      if (page.value.length < pageSize) return found;
    }
  }

  async function adopt(found: readonly Found[], isStill: () => boolean): Promise<void> {
    const rows: DownloadRow[] = [];
    const sideFiles: AssetId[] = [];
    for (const { media, file } of bestOfEachLecture(found)) {
      const existing = await deps.library.downloads.get(media.lectureId);
      const binned = await deps.library.bin.get(media.lectureId);
      const lecture = await deps.library.catalogue.lecture(media.lectureId);
      if (!existing.ok || existing.value !== null || !binned.ok || binned.value !== null) continue;
      if (!lecture.ok || lecture.value === null) continue;
      const asset = lecture.value.lecture.media.find(({ id }) => id === media.assetId);
      if (asset === undefined) continue;
      rows.push(adoptedRow(newRow(media.lectureId, lecture.value.course.id, asset, deps.clock.nowMs()), file.state));
      sideFiles.push(...ownSideFiles(lecture.value.lecture));
    }
    if (rows.length === 0 || !isStill()) return;
    const put = await deps.library.downloads.adopt(rows);
    if (!put.ok) return;
    deps.log.info('downloads.adopted', { count: rows.length });
    deps.onAdopted();
    for (const row of rows) if (row.state !== 'complete' && isStill()) await deps.resume(row.lectureId);
    // Captions and slides were in the library that was lost; without the service they come with the next sign-in or on watching.
    for (const id of sideFiles) {
      const fetched = isStill() ? await deps.fetchSideFile(id) : done;
      if (!fetched.ok) return;
    }
  }

  return {
    run({ catalogueIsFresh }) {
      if (running !== null) return running;
      isCalledOff = false;
      running = look(catalogueIsFresh)
        .catch((error: unknown) => deps.log.defect('downloads.adopt', error))
        .finally(() => {
          running = null;
        });
      return running;
    },
    async stop() {
      isCalledOff = true;
      await running;
    },
  };
}

/** A download's own file and the one that plays until it is whole. */
function filesOf({ assetId, previous }: DownloadRow): readonly AssetId[] {
  return previous === null ? [assetId] : [assetId, previous.assetId];
}

/** A lecture has one row: the whole file before a begun one, the larger before the smaller; one that cannot be read waits for better days. */
function bestOfEachLecture(found: readonly Found[]): readonly Found[] {
  const best = new Map<LectureId, Found>();
  const rank = ({ file, media }: Found): number => (file.state === 'whole' ? 1e15 : 0) + media.sizeBytes;
  for (const each of found) {
    const before = best.get(each.media.lectureId);
    if (each.file.state === 'unreadable') continue;
    if (before === undefined || rank(each) > rank(before)) best.set(each.media.lectureId, each);
  }
  return [...best.values()];
}

function adoptedRow(row: DownloadRow, state: RecognisedFile['state']): DownloadRow {
  return state === 'whole'
    ? { ...row, state: 'complete', receivedBytes: row.sizeBytes, completedAtMs: row.addedAtMs }
    : row;
}
