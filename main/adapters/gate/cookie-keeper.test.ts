import { describe, expect, it } from 'vitest';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { plainSessions } from '../../../tests/fakes/plain-sessions.ts';
import type { KeptCookie } from '../../gate-ports.ts';
import { createCookieKeeper } from './cookie-keeper.ts';

const anna = 'a'.repeat(32) as LocalAccountId;
const boris = 'b'.repeat(32) as LocalAccountId;

function rig() {
  const clock = createFakeClock();
  const world = { account: null as LocalAccountId | null, allowed: ['good', 'other'] };
  const library = new Map<LocalAccountId | null, readonly KeptCookie[]>();
  const sessions = plainSessions();
  const keeper = createCookieKeeper({
    sessions,
    account: () => world.account,
    store: {
      read: (): Promise<Result<readonly KeptCookie[]>> =>
        Promise.resolve(world.account === null ? fail('signed-out') : ok(library.get(world.account) ?? [])),
      replace(cookies) {
        if (world.account === null) return Promise.resolve(fail('signed-out'));
        library.set(world.account, cookies);
        return Promise.resolve(ok(null));
      },
    },
    mayKeep: (name) => world.allowed.includes(name),
    categoryOf: (name) => (name === 'other' ? 'functional' : 'essential'),
    clock,
  });
  const cookie = (name: string, lifeMs: number | null = 60_000): KeptCookie => ({
    name,
    value: 'v',
    host: 'h',
    path: '/',
    isSecure: false,
    isHttpOnly: false,
    sameSite: 'unspecified',
    expiresAtMs: lifeMs === null ? null : clock.nowMs() + lifeMs,
  });
  const become = (account: LocalAccountId | null): void => {
    world.account = account;
    keeper.accountChanged();
  };
  const names = async (): Promise<readonly string[]> => {
    const all = await (await keeper.session()).cookies.all();
    return all.map(({ name }) => name);
  };
  return { clock, world, library, keeper, cookie, become, names, sessions };
}

describe('cookies between two runs', () => {
  it('F3: each account has its own; nobody’s are not the next one’s', async () => {
    const { keeper, cookie, become, names } = rig();
    await (await keeper.session()).cookies.put(cookie('good'));
    become(anna);
    expect(await names()).toEqual([]);
    await (await keeper.session()).cookies.put(cookie('other'));
    await keeper.close();
    become(boris);
    expect(await names()).toEqual([]);
    await keeper.close();
    become(anna);
    expect(await names()).toEqual(['other']);
    await keeper.close();
    become(null);
    expect(await names()).toEqual([]);
  });
  it('F3: they are written two seconds after a change; those of one sitting stay out, the session is empty afterwards', async () => {
    const { clock, keeper, cookie, become, library, sessions } = rig();
    become(anna);
    const { cookies } = await keeper.session();
    await cookies.put(cookie('good', null));
    await cookies.put(cookie('other'));
    expect(library.size).toBe(0);
    clock.advance(2000);
    await expect.poll(() => library.get(anna)?.map(({ name }) => name)).toEqual(['other']);
    await keeper.close();
    expect(await sessions.of(anna).cookies.all()).toEqual([]);
    await cookies.put(cookie('good'));
    expect(await sessions.of(anna).cookies.all()).toEqual([]);
  });
  it('F3: what ran out or is not allowed any more does not come back, and is gone from the library', async () => {
    const { clock, world, keeper, cookie, become, library, names } = rig();
    library.set(anna, [cookie('good'), cookie('other'), cookie('secret'), cookie('short', 10)]);
    world.allowed = ['good', 'short'];
    clock.advance(10);
    become(anna);
    expect(await names()).toEqual(['good']);
    expect(library.get(anna)?.map(({ name }) => name)).toEqual(['good']);
    await keeper.close();
  });
  it('F1 F4: sweeping takes what is not allowed now and says what; one can be removed, and all', async () => {
    const { world, keeper, cookie, become, library, names } = rig();
    become(anna);
    const { cookies } = await keeper.session();
    await cookies.put(cookie('good'));
    await cookies.put(cookie('other'));
    world.allowed = ['good'];
    const swept = await keeper.sweep();
    expect(swept).toMatchObject({
      ok: true,
      value: [{ name: 'other', kind: 'cookie', category: 'functional', sizeBytes: 6 }],
    });
    expect(library.get(anna)?.map(({ name }) => name)).toEqual(['good']);
    const listed = await keeper.list();
    const id = listed.ok ? (listed.value[0]?.id ?? '') : '';
    expect(await keeper.remove(['nothing'])).toEqual(ok([]));
    expect(await keeper.remove([id])).toMatchObject({ ok: true, value: [{ name: 'good' }] });
    expect([await names(), library.get(anna)]).toEqual([[], []]);
    await cookies.put(cookie('good'));
    expect(await keeper.remove(null)).toMatchObject({ ok: true, value: [{ name: 'good' }] });
  });
  it('F3: while an account closes, requests go as nobody’s', async () => {
    const { keeper, cookie, become, names } = rig();
    become(anna);
    await (await keeper.session()).cookies.put(cookie('good'));
    await keeper.close();
    keeper.accountChanged();
    expect(await names()).toEqual([]);
  });
});
