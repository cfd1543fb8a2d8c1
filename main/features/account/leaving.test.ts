import { describe, expect, it } from 'vitest';
import { LocalAccountId, SessionId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { KnownAccount } from '../../ports.ts';
import type { AccountDeps } from './account-deps.ts';
import type { OpenAccount } from './account-state.ts';
import { createHolder } from './holder.ts';
import { createLeaving } from './leaving.ts';
import type { Leaving } from './leaving.ts';

const id = LocalAccountId.parse('a'.repeat(32));
const key = (fill: number) => new Uint8Array(32).fill(fill);

/** Anna is in, with the service; `endSession` is what the service does when she leaves. */
function rig(
  endSession: () => Promise<Result<null>> = () => Promise.resolve(done),
  erased: Promise<boolean> = Promise.resolve(true),
) {
  const clock = createFakeClock();
  const steps: string[] = [];
  const step = (name: string) => Promise.resolve(void steps.push(name));
  const known: KnownAccount = {
    id,
    number: 1,
    label: null,
    colour: 'green',
    remembered: true,
    lastUsedAtMs: 0,
    erasesOnQuit: false,
  };
  const profiles = {
    list: () => [known],
    byNumber: () => known,
    refresh: () => Promise.resolve(done),
    change: () => Promise.resolve(ok(known)),
    hide: () => () => undefined,
    forget: () => step('forget'),
  };
  const states: string[] = [];
  const holder = createHolder({ profiles, onChange: (state) => states.push(state.kind) });
  const keys = { dataKey: key(1), libraryKey: key(2), mediaKey: key(3) };
  const tokens = { sessionId: SessionId.parse('s-1'), accessToken: 'access', refreshToken: 'refresh' };
  const account: OpenAccount = { kind: 'open', id, name: 'Anna', email: 'a@b.c', remembered: 'yes', keys, tokens };
  holder.happen('begun');
  holder.hold(account, 'opened-online');
  const deps = {
    clock,
    log: createListLog(),
    service: { endSession },
    library: { close: () => step('library').then(() => done) },
    rules: () => ({ remember: 'offered', erasesOnQuit: false, signOut: 'keep' }),
    isOnline: () => true,
    onClosing: () => step('closing'),
    // Erasing closes the account from outside.
    async erase() {
      await leaving.closeForErasing();
      return { erased: await erased, remains: [] };
    },
  } as unknown as AccountDeps;
  const leaving: Leaving = createLeaving(deps, { holder, profiles, authorized: (call) => call('access') });
  return { leaving, holder, keys, steps, states, clock };
}

describe('leaving', () => {
  it('A7: signed out at once for everyone who asks; then what used the account stops, the library closes, the keys are wiped', async () => {
    const { leaving, holder, keys, steps } = rig();
    const closed = leaving.close('none', 'forget');
    expect(holder.current()).toEqual({ kind: 'closed', reason: 'none', chosen: null });
    expect(keys.dataKey).toEqual(key(1));
    await closed;
    expect(steps).toEqual(['closing', 'library', 'forget']);
    expect(Object.values(keys)).toEqual([key(0), key(0), key(0)]);
  });

  it('A6: switching away from a remembered account forgets the keys and not the person', async () => {
    const { leaving, keys, steps, holder } = rig();
    await leaving.switchProfile();
    expect(steps).toEqual(['closing', 'library']);
    expect(keys.dataKey).toEqual(key(0));
    expect(holder.session()).toBe('signed-out');
  });

  it('A5: the service’s word closes it as expired, with the profile chosen', async () => {
    const { leaving, holder } = rig();
    await leaving.close('expired', 'forget');
    expect([holder.session(), holder.view()]).toMatchObject(['expired', { kind: 'locked', profile: { number: 1 } }]);
  });

  it('A7: a service that does not answer holds nobody for longer than three seconds; one that refuses not at all', async () => {
    const silent = rig(() => new Promise(() => undefined));
    const leaving = silent.leaving.signOut(false);
    await Promise.resolve();
    expect(silent.holder.session()).toBe('online');
    silent.clock.advance(3000);
    await leaving;
    expect(silent.holder.session()).toBe('signed-out');
    const refusing = rig(() => Promise.resolve(fail('service-failed')));
    expect(await refusing.leaving.signOut(false)).toEqual(ok({ erased: false, remains: [] }));
  });

  it.each([
    ['erase-requested', true, 'erasing', 'erased'],
    ['erase-requested', false, 'erasing', 'unerased'],
    ['account-erased', true, 'account-erasing', 'account-erased'],
    ['account-erased', false, 'account-erasing', 'account-unerased'],
    ['minor-eliminated', true, 'minor-erasing', 'minor-erased'],
    ['minor-eliminated', false, 'minor-erasing', 'minor-unerased'],
  ] as const)(
    'A8 G8: erased from afar (%s), it says so only when nothing is left (%s); until then that it is being erased',
    async (order, isWhole, meanwhile, reason) => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const { leaving, holder } = rig(undefined, promise);
      const over = leaving.eraseFromAfar(id, order);
      await new Promise((next) => setImmediate(next));
      expect(holder.view()).toMatchObject({ kind: 'signed-out', reason: meanwhile });
      resolve(isWhole);
      await over;
      expect(holder.view()).toMatchObject({ kind: 'signed-out', reason });
    },
  );
});
