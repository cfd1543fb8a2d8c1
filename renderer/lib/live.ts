import type { QueryClient } from '@tanstack/react-query';
import type { AccountState } from '../../contract/domain/account.ts';
import type { DownloadItem } from '../../contract/domain/download.ts';
import { listen } from './api.ts';
import { keepAnswer, refresh, requestKey } from './requests.ts';

/** What belongs to a person and must not outlive them on screen. */
const personal = [
  'catalogue.home',
  'catalogue.course',
  'downloads.list',
  'playback.open',
  'storage.read',
  'account.signOutPreview',
  'devices.list',
] as const;

/** Takes main's new account state; whoever it was before, nothing of theirs stays in memory. */
export function takeAccount(client: QueryClient, next: AccountState): void {
  const before = client.getQueryData<AccountState>(requestKey('account.read', null));
  keepAnswer(client, 'account.read', null, next);
  const samePerson = before?.kind === 'signed-in' && next.kind === 'signed-in' && before.email === next.email;
  if (samePerson) {
    // What only the service knows can be asked again.
    if (before.network === 'offline' && next.network === 'online') void refresh(client, 'devices.list');
    return;
  }
  for (const name of personal) client.removeQueries({ queryKey: [name] });
}

/** How many lectures are whole on this disk; when it changes, so has the space. */
function completeCount(items: readonly DownloadItem[] | undefined): number {
  return (items ?? []).filter((item) => item.state === 'complete').length;
}

/** Keeps the cache true while main tells what changes; returns the function that stops. */
export function keepLive(client: QueryClient): () => void {
  const stops = [
    listen('settings.changed', (settings) => {
      keepAnswer(client, 'settings.read', null, settings);
    }),
    listen('account.changed', (account) => {
      takeAccount(client, account);
    }),
    listen('catalogue.changed', () => {
      void refresh(client, 'catalogue.home', 'catalogue.course');
    }),
    listen('downloads.changed', (items) => {
      const before = client.getQueryData<readonly DownloadItem[]>(requestKey('downloads.list', null));
      keepAnswer(client, 'downloads.list', null, items);
      const changed = completeCount(before) !== completeCount(items) || before?.length !== items.length;
      if (changed) void refresh(client, 'storage.read', 'account.signOutPreview');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
