import { randomUUID } from 'node:crypto';
import type { SignOutPreview } from '../contract/domain/account.ts';
import type { EntryKind } from '../contract/domain/erase-plan.ts';
import { done, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { createSaveReceipt } from './adapters/export/receipt-file.ts';
import type { ComposeDeps } from './app.ts';
import type { HistoryPart } from './compose-history.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import { createErasePlan } from './features/erase-plan/erase-plan.ts';
import type { ErasePlan } from './features/erase-plan/erase-plan.ts';
import { receiptPage } from './features/erase-plan/receipt-page.ts';
import type { Media } from './media.ts';
import type { Clock, ServiceApi } from './ports.ts';

/** Erasing by plan, put together; part of `compose`. */
export interface ErasingPart extends Pick<ErasePlan, 'accountChanged' | 'finishAfterStart'> {
  readonly routes: Pick<Routes, Extract<keyof Routes, `erase.${string}`>>;
}

/** Makes it. */
export function composeErasing(parts: {
  readonly deps: Pick<ComposeDeps, 'emit' | 'facts' | 'notes' | 'printPage'>;
  readonly doors: Doors;
  readonly service: ServiceApi;
  readonly account: Account;
  readonly media: Media;
  readonly notes: { close(): Promise<void> };
  readonly history: Pick<HistoryPart, 'routes' | 'marked'>;
  readonly signOutPreview: () => Promise<Result<SignOutPreview>>;
  readonly clock: Clock;
}): ErasingPart {
  const { doors, account, media, history, clock } = parts;
  const { emit, facts, notes: outside, printPage } = parts.deps;
  const plan = createErasePlan({
    ...doors,
    clock,
    service: parts.service,
    authorized: account.authorized,
    account: {
      ...account,
      openId() {
        const current = account.opened();
        return current.ok ? ok(current.value.id) : current;
      },
    },
    marker: doors.eraseMarker,
    orders: doors.eraseOrders,
    newId: randomUUID,
    appVersion: facts.version,
    kept: parts.signOutPreview,
    removeDownloads: () => removeDownloads(media),
    deleteCopy: () => history.routes['sync.deleteCopy'](null),
    onErased: (kinds) => tellErased(kinds, { media, notes: parts.notes, history, emit }),
    onProgress: (progress) => emit('erase.progress', progress),
    onReceipt: (receipt) => emit('erase.receipt-changed', receipt),
  });
  const save = createSaveReceipt({ chooseFile: outside.chooseFile, pageOf: receiptPage, print: printPage });
  return {
    accountChanged: plan.accountChanged,
    finishAfterStart: plan.finishAfterStart,
    routes: {
      'erase.preview': () => plan.preview(),
      'erase.keptByLaw': () => plan.keptByLaw(),
      'erase.entries': ({ kinds }) => plan.entries(kinds),
      'erase.computer': () => plan.computer(),
      'erase.service': (input) => plan.service(input),
      'erase.receipt': () => Promise.resolve(ok(plan.receipt())),
      'erase.putAway': () => {
        plan.putAway();
        return Promise.resolve(done);
      },
      async 'erase.saveReceipt'(input) {
        const saved = await save(input);
        return saved.ok ? ok({ saved: saved.value }) : saved;
      },
    },
  };
}

/** Calls off what works on them, puts them into the bin, and empties it: files first. */
async function removeDownloads({ downloads, space }: Pick<Media, 'downloads' | 'space'>): Promise<Result<null>> {
  const items = await downloads.list();
  if (!items.ok) return items;
  const removed = await space.remove(items.value.map(({ lectureId }) => lectureId));
  return removed.ok ? downloads.bin.empty(null) : removed;
}

/** Who holds some of it in memory lets it go; who shows it asks again; who tells others does so. */
function tellErased(
  kinds: readonly EntryKind[],
  {
    media,
    notes,
    history,
    emit,
  }: Pick<Parameters<typeof composeErasing>[0], 'media' | 'notes' | 'history'> & Pick<ComposeDeps, 'emit'>,
): void {
  const has = (...some: readonly EntryKind[]): boolean => some.some((kind) => kinds.includes(kind));
  if (has('notes')) void notes.close();
  if (has('notes')) emit('notes.changed', null);
  if (has('history')) emit('history.changed', null);
  if (has('history', 'progress')) history.marked();
  if (has('ratings')) media.opinions.ratings.wake();
  if (has('ratings')) emit('ratings.changed', null);
  if (has('my-list')) emit('list.changed', null);
  if (has('progress', 'recommendations', 'visits', 'ratings', 'speeds')) emit('catalogue.changed', null);
}
