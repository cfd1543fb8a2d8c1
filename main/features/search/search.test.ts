import { expect, it } from 'vitest';
import { AssetId, CourseId } from '../../../contract/domain/ids.ts';
import { searchLength } from '../../../contract/domain/search.ts';
import { done, ok } from '../../../contract/result.ts';
import type { SearchStore } from '../../search-ports.ts';
import { createSearch } from './search.ts';

const signedIn = { kind: 'signed-in' } as Parameters<ReturnType<typeof createSearch>['accountChanged']>[0];
const signedOut = { kind: 'starting' } as const;

function scene(searchHistory = false) {
  const calls: string[] = [];
  const store: SearchStore = {
    find(text, limit) {
      calls.push(`find ${text} ${limit}`);
      const course = {
        kind: 'course',
        courseId: CourseId.parse('c'),
        title: [{ text: 'Optics', hit: true }],
        lecturerName: 'Ada',
        coverAssetId: AssetId.parse('cover-1'),
      } as const;
      return Promise.resolve(ok({ items: [course], corrected: 'optics' }));
    },
    history: () => Promise.resolve(ok(['optics'])),
    remember(text, nowMs) {
      calls.push(`remember ${text} ${nowMs}`);
      return Promise.resolve(done);
    },
    languages: () => Promise.resolve(ok(['en'])),
    purge: () => Promise.reject(new Error('who purges is not the search')),
    forget(text) {
      calls.push(`forget ${String(text)}`);
      return Promise.resolve(done);
    },
  };
  const settings = { searchHistory, isPrivate: false };
  const search = createSearch({
    library: { search: store },
    clock: { nowMs: () => 7 },
    settings: () => settings,
    isPrivate: () => settings.isPrivate,
    coverUrl: (id) => `lecture://cover/${id}`,
  });
  return { search, calls, settings };
}

it('B3: a course found gets the address of its cover', async () => {
  const { search, calls } = scene();
  expect(await search.find('optiks', 5)).toEqual(
    ok({
      hits: [
        {
          kind: 'course',
          courseId: 'c',
          title: [{ text: 'Optics', hit: true }],
          lecturerName: 'Ada',
          coverUrl: 'lecture://cover/cover-1',
        },
      ],
      corrected: 'optics',
    }),
  );
  expect(calls).toEqual(['find optiks 5']);
});

it('B3: what is too long to search for is refused, and asked of nobody', async () => {
  const { search, calls } = scene(true);
  const long = 'x'.repeat(searchLength + 1);
  expect(await search.find(long, 5)).toMatchObject({ error: { code: 'bad-request' } });
  expect(await search.remember(long)).toMatchObject({ error: { code: 'bad-request' } });
  expect(calls).toEqual([]);
});

it('B8: nothing is kept or told unless the person wants it', async () => {
  const { search, calls, settings } = scene();
  expect(await search.remember('optics')).toEqual(done);
  expect(await search.history()).toEqual(ok([]));
  expect(calls).toEqual([]);
  settings.searchHistory = true;
  search.settingsChanged();
  await search.remember('  optics ');
  await search.remember('   ');
  expect(await search.history()).toEqual(ok(['optics']));
  expect(calls).toEqual(['remember optics 7']);
});

it('B8: switched off, what was kept goes: of the open account at once, of another when it opens', () => {
  const { search, calls, settings } = scene(true);
  search.accountChanged(signedIn);
  search.settingsChanged();
  expect(calls).toEqual([]);
  settings.searchHistory = false;
  search.settingsChanged();
  search.settingsChanged();
  expect(calls).toEqual(['forget null']);
  search.accountChanged(signedOut);
  search.accountChanged(signedIn);
  search.accountChanged(signedIn);
  expect(calls).toEqual(['forget null', 'forget null']);
});

it('B8 E2: a private session remembers no search, and deletes none that was kept before it', async () => {
  const { search, calls, settings } = scene(true);
  settings.isPrivate = true;
  expect(await search.remember('optics')).toEqual(done);
  search.settingsChanged();
  expect(calls).toEqual([]);
  settings.isPrivate = false;
  await search.remember('optics');
  expect(calls).toEqual(['remember optics 7']);
});
