import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { AccountState } from '../../contract/domain/account.ts';
import type { RequestName } from '../../contract/ipc.ts';
import { takeAccount } from './live.ts';
import { requestKey } from './requests.ts';
import { profile, signedIn, signedOut } from './testing/sample-answers.ts';

/** A cache as it is while Anna is signed in. */
function annas(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(requestKey('account.read', null), signedIn);
  for (const name of ['catalogue.home', 'devices.list', 'downloads.list', 'account.terms', 'computer.read'] as const) {
    client.setQueryData([name, null], {});
  }
  return client;
}
const kept = (client: QueryClient): readonly RequestName[] =>
  client
    .getQueryCache()
    .getAll()
    .map(({ queryKey: [name] }) => name as RequestName)
    .toSorted();
const nobodys = ['account.read', 'account.terms', 'computer.read'];

test.each<[string, AccountState]>([
  ['signs out', signedOut],
  ['is locked', { kind: 'locked', reason: 'none', profile, profiles: [profile] }],
  ['gives way to another', { ...signedIn, profile: { ...profile, number: 2 } }],
])('A6: when somebody %s, nothing of theirs stays in memory', (_, next) => {
  const client = annas();
  takeAccount(client, next);
  expect(kept(client)).toEqual(nobodys);
});

test('A6: the same profile with another e-mail is the same person', () => {
  const client = annas();
  takeAccount(client, { ...signedIn, email: 'new@lectoroom.example' });
  expect(kept(client)).toContain('catalogue.home');
});

test('A1: a password sent to main does not stay in the cache of what was sent', async () => {
  const client = annas();
  takeAccount(client, signedOut);
  const sent = client.getMutationCache().build(client, { mutationFn: () => Promise.resolve(null) });
  await sent.execute({ password: 'sample-one' });
  expect(client.getMutationCache().getAll()).toHaveLength(1);
  takeAccount(client, signedIn);
  expect(client.getMutationCache().getAll()).toHaveLength(0);
});
