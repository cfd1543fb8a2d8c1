import type { AccountState } from '../../../contract/domain/account.ts';
import { searchLength } from '../../../contract/domain/search.ts';
import type { SearchAnswer, SearchFilter } from '../../../contract/domain/search.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { AssetId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, Library } from '../../ports.ts';

/** What searching needs. */
export interface SearchDeps {
  readonly library: Pick<Library, 'search'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly settings: () => Pick<Settings, 'searchHistory'>;
  /** A private session remembers nothing; what was kept before it stays. */
  readonly isPrivate: () => boolean;
  readonly coverUrl: (id: AssetId) => string;
}

/** Searching what is here, and what was searched for, if the person wants that kept. */
export interface Search {
  find(text: string, limit: number, filter?: SearchFilter): Promise<Result<SearchAnswer>>;
  languages(): Promise<Result<readonly string[]>>;
  history(): Promise<Result<readonly string[]>>;
  remember(text: string): Promise<Result<null>>;
  forget(text: string | null): Promise<Result<null>>;
  /** History may have been switched off: what is kept of it goes. */
  settingsChanged(): void;
  /** An account that was not open while history was switched off loses it when it opens. */
  accountChanged(state: AccountState): void;
}

/** Makes searching. */
export function createSearch({ library, clock, settings, isPrivate, coverUrl }: SearchDeps): Search {
  const isKept = (): boolean => settings().searchHistory;
  let wasKept = isKept();
  let isOpen = false;

  const clear = (): void => void (isOpen && !isKept() ? library.search.forget(null) : null);

  return {
    async find(text, limit, filter) {
      if (text.length > searchLength) return fail('bad-request');
      const found = await library.search.find(text, limit, filter);
      if (!found.ok) return found;
      const { items, corrected } = found.value;
      const hits = items.map((item) => {
        if (item.kind !== 'course') return item;
        const { coverAssetId, ...course } = item;
        return { ...course, coverUrl: coverUrl(coverAssetId) };
      });
      return ok({ hits, corrected });
    },
    languages: () => library.search.languages(),
    history: () => (isKept() ? library.search.history() : Promise.resolve(ok([]))),
    remember(text) {
      const words = text.trim();
      if (!isKept() || isPrivate() || words === '') return Promise.resolve(done);
      if (words.length > searchLength) return Promise.resolve(fail('bad-request'));
      return library.search.remember(words, clock.nowMs());
    },
    forget: (text) => library.search.forget(text === null ? null : text.trim()),
    settingsChanged() {
      if (wasKept && !isKept()) clear();
      wasKept = isKept();
    },
    accountChanged(state) {
      const opens = !isOpen && state.kind === 'signed-in';
      isOpen = state.kind === 'signed-in';
      if (opens) clear();
    },
  };
}
