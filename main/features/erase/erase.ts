import { remainKinds } from '../../../contract/domain/account.ts';
import type { RemainKind, SignOutReport } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { EraseMarker } from '../../ports.ts';
import { attempt, eraseSteps } from './erase-steps.ts';
import type { EraseStepsDeps } from './erase-steps.ts';

/** What erasing needs. */
export interface EraseDeps extends EraseStepsDeps {
  readonly marker: EraseMarker;
}

/** Destroys everything of an account on this computer, and says what it could not. */
export interface Erase {
  /**
   * Writes down what is to be done, does it, looks what is left. `erased` is true only when nothing is; else it is tried again at the next
   * start. Ending the session at the service is the caller's, before this.
   */
  erase(accountId: LocalAccountId): Promise<SignOutReport>;
  /**
   * Goes on with what a crash, a power cut or a fault left behind; null when nothing was. To be awaited before any window opens and any
   * account is restored. A marker that cannot be read is reported as not erased, with nothing named.
   */
  finishPending(): Promise<SignOutReport | null>;
  /**
   * To be awaited before an account is opened or its keys are made: a pending erasure of it is done once more and then given up, for
   * otherwise the next start would destroy what the person does from now on. Fails when it cannot be given up: the account must stay closed.
   */
  settle(accountId: LocalAccountId): Promise<Result<null>>;
}

/** Makes the erasing feature. */
export function createErase(deps: EraseDeps): Erase {
  const { marker, log } = deps;
  const steps = eraseSteps(deps);
  let queue: Promise<unknown> = Promise.resolve();

  /** One at a time: two that change the marker at once would lose an account. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function destroy(id: LocalAccountId): Promise<readonly RemainKind[]> {
    const outcomes: Result<null>[] = [];
    for (const { name, run } of steps) {
      // The last step empties the log; until then its last line says how far a run came that was cut off.
      log.info(`erase.${name}`);
      outcomes.push(await attempt(`erase.${name}`, () => run(id), log));
    }
    log.info('erase.look');
    const remains = new Set<RemainKind>();
    for (const [index, { name, look }] of steps.entries()) {
      const ran = outcomes[index] ?? done;
      if (!ran.ok) log.warn(`erase.failed.${name}`, { code: ran.error.code });
      if (look === null) continue;
      const left = await attempt(`erase.look.${name}`, () => look.remains(id, ran), log);
      if (!left.ok || left.value) remains.add(look.kind);
    }
    return remainKinds.filter((kind) => remains.has(kind));
  }

  /** The accounts written down; one that cannot be read is replaced by what is known now. */
  async function pending(): Promise<readonly LocalAccountId[]> {
    const written = await marker.read();
    return written.ok ? written.value : [];
  }

  async function note(ids: readonly LocalAccountId[]): Promise<Result<null>> {
    const written = await marker.write(ids);
    if (!written.ok) log.warn('erase.marker-not-written', { code: written.error.code });
    return written;
  }

  function reportOf(remains: readonly RemainKind[]): SignOutReport {
    log.info('erase.done', { remains: remains.length });
    return { erased: remains.length === 0, remains };
  }

  async function erase(id: LocalAccountId): Promise<SignOutReport> {
    log.info('erase.begin');
    const others = (await pending()).filter((other) => other !== id);
    // A disk too full for the marker is no reason to keep what the person wants gone: erasing itself makes room.
    const noted = await note([id, ...others]);
    const remains = await destroy(id);
    if (remains.length === 0) await note(others);
    else if (!noted.ok) await note([id, ...others]);
    return reportOf(remains);
  }

  async function finishPending(): Promise<SignOutReport | null> {
    const written = await marker.read();
    if (!written.ok) {
      log.warn('erase.marker-unreadable', { code: written.error.code });
      return { erased: false, remains: [] };
    }
    if (written.value.length === 0) return null;
    log.info('erase.go-on', { accounts: written.value.length });
    const left: LocalAccountId[] = [];
    const remains = new Set<RemainKind>();
    for (const id of written.value) {
      const ofOne = await destroy(id);
      if (ofOne.length > 0) left.push(id);
      for (const kind of ofOne) remains.add(kind);
    }
    if (left.length < written.value.length) await note(left);
    return reportOf(remainKinds.filter((kind) => remains.has(kind)));
  }

  async function settle(id: LocalAccountId): Promise<Result<null>> {
    const written = await marker.read();
    if (!written.ok || !written.value.includes(id)) return done;
    log.info('erase.settle');
    await destroy(id);
    return note(written.value.filter((other) => other !== id));
  }

  return {
    erase: (id) => inTurn(() => erase(id)),
    finishPending: () => inTurn(finishPending),
    settle: (id) => inTurn(() => settle(id)),
  };
}
