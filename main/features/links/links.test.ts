import { expect, it } from 'vitest';
import type { AccountState } from '../../../contract/domain/account.ts';
import { fail, ok } from '../../../contract/result.ts';
import { createLinks } from './links.ts';
import type { LinksDeps } from './links.ts';

const profile = (number: number) => ({ number, label: null, colour: 'green', remembered: false }) as const;
const signedIn = (number: number): AccountState => ({
  kind: 'signed-in',
  name: 'A',
  email: 'a@b.example',
  remembered: 'no',
  network: 'online',
  session: 'service',
  profile: profile(number),
  otherProfileCount: 0,
});
const locked = (number: number): AccountState => ({
  kind: 'locked',
  reason: 'none',
  profile: profile(number),
  profiles: [profile(number)],
});
const signedOut: AccountState = { kind: 'signed-out', reason: 'none', profiles: [] };

function scene(state: AccountState, cursor: string | null = 'c', whileFetching: () => void = () => undefined) {
  let current = state;
  let nowMs = 1000;
  let fetchedCount = 0;
  let toldCount = 0;
  const logged: string[] = [];
  const known = new Set(['l1', 'c1']);
  const find = (id: string) => Promise.resolve(ok(known.has(id) ? {} : null));
  const links = createLinks({
    library: {
      catalogue: { lecture: find, course: find, known: () => Promise.resolve(ok({ cursor, etag: null })) },
    } as unknown as LinksDeps['library'],
    clock: { nowMs: () => nowMs },
    log: {
      info: () => undefined,
      warn: (event, fields) => logged.push(JSON.stringify([event, fields])),
      defect: () => undefined,
    },
    account: () => current,
    fetchCatalogue() {
      fetchedCount += 1;
      known.add('new');
      whileFetching();
      return Promise.resolve();
    },
    onLink: () => void (toldCount += 1),
  });
  return {
    links,
    logged,
    fetchedCount: () => fetchedCount,
    toldCount: () => toldCount,
    pass: (ms: number) => void (nowMs += ms),
    become(next: AccountState) {
      current = next;
      links.accountChanged(next);
    },
  };
}

const target = { kind: 'lecture', lectureId: 'l1', positionMs: 12_000 };

it('C5 I5: whoever is in follows a link at once, and once', async () => {
  const { links, toldCount } = scene(signedIn(1));
  links.receive('lectoroom://lecture/l1?t=12');
  expect(toldCount()).toBe(1);
  expect(await links.take()).toEqual(ok(target));
  expect(await links.take()).toEqual(ok(null));
});

it('I5: signed out or locked, it waits until the account is open, and nobody learns of it before', async () => {
  const { links, become, toldCount } = scene(locked(1));
  links.receive('lectoroom://lecture/l1?t=12');
  expect(toldCount()).toBe(0);
  expect(await links.take()).toEqual(fail('signed-out'));
  become(signedIn(1));
  expect(await links.take()).toEqual(ok(target));

  const out = scene(signedOut);
  out.links.receive('lectoroom://course/c1');
  out.become(signedIn(3));
  expect(await out.links.take()).toEqual(ok({ kind: 'course', courseId: 'c1' }));
});

it('A6 I5: it is dropped when another account opens', async () => {
  const { links, become } = scene(locked(1));
  links.receive('lectoroom://lecture/l1?t=12');
  become(signedIn(2));
  become(signedOut);
  become(signedIn(1));
  expect(await links.take()).toEqual(ok(null));
});

it('I5: nobody came in for ten minutes, or the clock was turned back: it is forgotten', async () => {
  const { links, become, pass } = scene(signedOut);
  links.receive('lectoroom://lecture/l1');
  pass(601_000);
  become(signedIn(1));
  expect(await links.take()).toEqual(ok(null));
  links.receive('lectoroom://lecture/l1');
  pass(-5);
  expect(await links.take()).toEqual(ok(null));
});

it('I5: what is no link is counted without its words, and leaves the one that waits', async () => {
  const { links, logged } = scene(signedIn(1));
  links.receive('lectoroom://lecture/l1?t=12');
  links.receive('lectoroom://download/secret-word');
  links.receive('lectoroom://lecture/l1?t=1;rm');
  expect(logged).toEqual(['["link.refused",{"refusedCount":1}]', '["link.refused",{"refusedCount":2}]']);
  expect(await links.take()).toEqual(ok(target));
});

it('I5: a lecture that is not in the catalogue is unknown; only an account that never had one fetches it first', async () => {
  const old = scene(signedIn(1));
  old.links.receive('lectoroom://lecture/new');
  expect(await old.links.take()).toEqual(ok({ kind: 'unknown' }));
  expect(old.fetchedCount()).toBe(0);
  const fresh = scene(signedIn(1), null);
  fresh.links.receive('lectoroom://lecture/new');
  expect(await fresh.links.take()).toEqual(ok({ kind: 'lecture', lectureId: 'new', positionMs: null }));
  expect(fresh.fetchedCount()).toBe(1);
});

it('A6 I5: somebody else came in while the catalogue was fetched: the link is not theirs', async () => {
  const { links, become } = scene(signedIn(1), null, () => become(signedIn(2)));
  links.receive('lectoroom://lecture/new');
  expect(await links.take()).toEqual(fail('signed-out'));
});
