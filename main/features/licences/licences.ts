import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { fetchLicence } from './fetch-licence.ts';
import type { LicencesDeps } from './licence-deps.ts';
import { isLicenceDue, loadSession, permission, viewOf, wantedOf } from './licence-session.ts';
import type { LicenceSession } from './licence-session.ts';
import { createRenewals } from './renewals.ts';
import { within } from './within.ts';

/** Licences to play downloads offline: fetched, kept, judged, renewed in silence. */
export interface Licences {
  /** An account is open: reads what is kept and asks for what is due. */
  open(): Promise<void>;
  /** What is known of the open account's licences is forgotten; it closes. */
  close(): void;
  /** A lecture's licence, from memory; `none` while nothing has been read yet. */
  view(id: LectureId): LicenceView;
  /** Whether a downloaded lecture may be played; what the service could mend at once is mended first. `licence-missing`, `licence-expired`, `clock-wrong`. */
  mayPlay(id: LectureId): Promise<Result<null>>;
  /** Renews a downloaded lecture's licence now; `not-downloaded` without a download. */
  renew(id: LectureId): Promise<Result<LicenceView>>;
  /** A download begins: brings its licence too. Comes back after a few seconds at most and never fails: a licence may come later. */
  prepare(id: LectureId): Promise<void>;
  /** The downloads are now these. */
  follow(items: readonly Pick<DownloadItem, 'lectureId' | 'state'>[]): void;
  /** The service answers again. */
  wake(): void;
  /** The time for what must not come too early, by what the service and this computer's clock have said. */
  moment(): { readonly nowMs: number; readonly isBelieved: boolean };
}

/** Nobody waits longer than this for a licence, to begin a lecture or to end its download. */
const longestWaitMs = 3000;
const lookEveryMs = 600_000;

/** Makes the licences feature. */
export function createLicences(deps: LicencesDeps): Licences {
  let held: LicenceSession | null = null;
  let loading: { readonly owner: LocalAccountId; readonly loaded: Promise<Result<LicenceSession>> } | null = null;
  let cancelLook: (() => void) | null = null;
  const renewals = createRenewals({
    clock: deps.clock,
    random: Math.random,
    isOnline: deps.isOnline,
    due() {
      const session = present();
      return session === null ? [] : session.wanted.filter((id) => isLicenceDue(session, id));
    },
    fetch,
    onDefect: (error) => deps.log.defect('licence.renewals', error),
    onRefused: (id) => {
      if (present()?.grace.delete(id)) void deps.library.licences.endGrace(id);
      deps.log.warn('licence.refused-by-service');
      deps.onChange();
    },
  });

  /** What is known, if it is of the account that is open. */
  function present(): LicenceSession | null {
    const opened = deps.opened();
    return opened.ok && held?.owner === opened.value.id ? held : null;
  }

  async function fetch(id: LectureId): Promise<Result<null>> {
    const mine = await current();
    if (!mine.ok) return mine;
    const fetched = await fetchLicence(deps, mine.value, id, () => present() === mine.value);
    if (fetched.ok) deps.log.info('licence.kept');
    else deps.log.warn('licence.not-kept', { code: fetched.error.code });
    if (present() === mine.value) deps.onChange();
    return fetched;
  }

  /** What is known of the open account's licences, read once. */
  function current(): Promise<Result<LicenceSession>> {
    const opened = deps.opened();
    if (!opened.ok) return Promise.resolve(opened);
    const owner = opened.value.id;
    if (loading?.owner === owner) return loading.loaded;
    const loaded: Promise<Result<LicenceSession>> = load(owner, () => loading?.loaded === loaded);
    loading = { owner, loaded };
    return loaded;
  }

  async function load(owner: LocalAccountId, isCurrent: () => boolean): Promise<Result<LicenceSession>> {
    const loaded = await loadSession(deps, owner);
    if (!isCurrent()) return fail('signed-out');
    if (loaded.ok) {
      held = loaded.value;
      look();
      deps.onChange();
    } else loading = null;
    return loaded;
  }

  /** Takes note of the time every few minutes while an account is open, and of licences that have become due. */
  function look(): void {
    cancelLook?.();
    cancelLook = deps.clock.after(lookEveryMs, () => {
      look();
      renewals.call();
      deps.onChange();
    });
    note();
  }

  function note(): void {
    const latestMs = present()?.moments.look() ?? null;
    if (latestMs !== null) void deps.library.licences.noteMoment(latestMs);
  }

  return {
    async open() {
      const opened = await current();
      if (opened.ok) renewals.call();
    },
    close() {
      held = null;
      loading = null;
      cancelLook?.();
      cancelLook = null;
      renewals.stop();
    },
    view(id) {
      const session = present();
      return session === null ? { kind: 'none' } : viewOf(session, id);
    },
    async mayPlay(id) {
      const known = await current();
      if (!known.ok) return known;
      note();
      const first = permission(known.value, id);
      if (first.ok || !deps.isOnline() || renewals.isRefused(id)) {
        renewals.call();
        return first;
      }
      await within(deps.clock, longestWaitMs, renewals.fetchNow(id));
      return present() === known.value ? permission(known.value, id) : fail('signed-out');
    },
    async renew(id) {
      const row = await deps.library.downloads.get(id);
      if (!row.ok) return row;
      if (row.value === null) return fail('not-downloaded');
      const renewed = await renewals.fetchNow(id);
      if (!renewed.ok) return renewed;
      const session = present();
      return session === null ? fail('signed-out') : ok(viewOf(session, id));
    },
    async prepare(id) {
      const known = await current();
      if (!known.ok) return;
      // Removed and asked for again in another quality: the licence went with the first.
      const kept = await deps.library.licences.get(id);
      if (kept.ok && kept.value === null) known.value.claims.delete(id);
      if (present() !== known.value || !isLicenceDue(known.value, id) || renewals.isRefused(id)) return;
      await within(deps.clock, longestWaitMs, renewals.fetchNow(id));
    },
    follow(items) {
      const session = present();
      if (session === null) return;
      session.wanted = wantedOf(items);
      renewals.call();
    },
    wake: () => renewals.wake(),
    moment: () => present()?.moments.believed() ?? { nowMs: deps.clock.nowMs(), isBelieved: false },
  };
}
