import type { QueryClient } from '@tanstack/react-query';
import type { AccountState } from '../../contract/domain/account.ts';
import type { DownloadFolderView } from '../../contract/domain/folder.ts';
import type { DownloadItem } from '../../contract/domain/download.ts';
import type { Settings } from '../../contract/domain/settings.ts';
import type { RequestName } from '../../contract/ipc.ts';
import { listen } from './api.ts';
import { useMeteredAnswer } from './metered-answer.ts';
import { useNarrowing, wide } from './search-narrowing.ts';
import { keepAnswer, refresh, requestKey, showingCourses } from './requests.ts';

/** What belongs to the computer, the app or the service; everything else is somebody's and must not outlive them on screen. */
const nobodys: readonly RequestName[] = [
  'app.about',
  'settings.read',
  'account.read',
  'account.terms',
  'computer.read',
  'window.read',
  // It is there for whoever has left, and main puts it away.
  'erase.receipt',
  'consent.read',
];

/** Whether both are one person's: the number of a profile is never used again for another. */
function samePerson(before: AccountState | undefined, next: AccountState): boolean {
  if (before?.kind !== 'signed-in' || next.kind !== 'signed-in') return false;
  return before.profile.number === next.profile.number;
}

/** Takes main's new account state; whoever it was before, nothing of theirs stays in memory. */
export function takeAccount(client: QueryClient, next: AccountState): void {
  const before = client.getQueryData<AccountState>(requestKey('account.read', null));
  keepAnswer(client, 'account.read', null, next);
  if (samePerson(before, next)) {
    const online = next.kind === 'signed-in' && next.network === 'online';
    // What only the service knows can be asked again.
    if (before?.kind === 'signed-in' && before.network === 'offline' && online)
      void refresh(client, 'devices.list', 'account.region', 'rights.profile');
    return;
  }
  useNarrowing.setState(wide);
  client.removeQueries({ predicate: ({ queryKey: [name] }) => !nobodys.some((each) => each === name) });
  // What was sent to main stays there too for a while, and a password may be in it.
  client.getMutationCache().clear();
}

/** How many lectures are whole on this disk; when it changes, so has the space. */
function completeCount(items: readonly DownloadItem[] | undefined): number {
  return (items ?? []).filter((item) => item.state === 'complete').length;
}

/** Keeps the cache true while main tells what changes; returns the function that stops. */
export function keepLive(client: QueryClient): () => void {
  const stops = [
    listen('settings.changed', (settings) => {
      const before = client.getQueryData<Settings>(requestKey('settings.read', null));
      if (before?.recommendations !== settings.recommendations) void refresh(client, 'recommendations.read');
      keepAnswer(client, 'settings.read', null, settings);
      // Limits of speed and space are in it.
      void refresh(client, 'downloads.estimate', 'history.state');
      // What was kept is deleted with the switch.
      if (!settings.searchHistory) client.removeQueries({ queryKey: ['search.history'] });
    }),
    listen('account.changed', (account) => {
      takeAccount(client, account);
    }),
    listen('computer.changed', (rules) => {
      keepAnswer(client, 'computer.read', null, rules);
    }),
    listen('window.changed', (facts) => {
      keepAnswer(client, 'window.read', null, facts);
    }),
    listen('catalogue.changed', () => {
      void refresh(client, ...showingCourses, 'search.languages', 'statistics.read');
    }),
    listen('list.changed', () => {
      void refresh(client, 'list.read');
    }),
    listen('folder.changed', (folder) => {
      const before = client.getQueryData<DownloadFolderView>(requestKey('folder.read', null));
      keepAnswer(client, 'folder.read', null, folder);
      const isOther =
        before?.state !== folder.state || before.isUsual !== folder.isUsual || before.name !== folder.name;
      if (isOther) void refresh(client, 'storage.read', 'downloads.estimate');
    }),
    listen('notes.changed', () => {
      void refresh(client, 'notes.ofLecture', 'notes.ofCourse');
    }),
    listen('history.changed', () => {
      void refresh(client, 'history.list', 'history.state', 'statistics.read');
    }),
    listen('session.changed', (state) => {
      keepAnswer(client, 'session.read', null, state);
    }),
    listen('rights.changed', () => {
      void refresh(client, 'rights.read', 'recommendations.read', 'statistics.read', 'ratings.read', 'sync.read');
    }),
    listen('sync.changed', () => {
      void refresh(client, 'sync.read');
    }),
    listen('erase.receipt-changed', (receipt) => {
      keepAnswer(client, 'erase.receipt', null, receipt);
    }),
    listen('consent.changed', (view) => {
      keepAnswer(client, 'consent.read', null, view);
      void refresh(client, 'consent.history');
    }),
    listen('network.changed', () => {
      void refresh(client, 'network.summary', 'network.count');
    }),
    listen('ratings.changed', () => {
      void refresh(client, 'ratings.read');
    }),
    listen('downloads.changed', (items) => {
      const before = client.getQueryData<readonly DownloadItem[]>(requestKey('downloads.list', null));
      keepAnswer(client, 'downloads.list', null, items);
      useMeteredAnswer.getState().follow(items);
      const changed = completeCount(before) !== completeCount(items) || before?.length !== items.length;
      if (changed)
        void refresh(client, 'storage.read', 'space.preview', 'account.signOutPreview', 'downloads.estimate');
    }),
    listen('bin.changed', () => {
      void refresh(client, 'bin.list', 'storage.read', 'space.preview', 'account.signOutPreview', 'downloads.estimate');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
