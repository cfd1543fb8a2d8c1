import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Findable } from '../../lib/findable.ts';
import {
  filterOf,
  includesApp,
  isNarrow,
  lessNarrow,
  type Narrowing,
  useNarrowing,
  wide,
} from '../../lib/search-narrowing.ts';
import { useSearchHistory } from '../../lib/search-history.ts';
import { type Entry, foundGroups, type HitKind, mostOfKind, usualGroups } from './entries.ts';
import { ResultList, optionId } from './result-list.tsx';
import { SearchField } from './search-field.tsx';
import { SearchScopes } from './search-scopes.tsx';
import { SearchFoot } from './search-foot.tsx';
import { SearchWords } from './search-words.tsx';
import { useActiveLine } from './use-active.ts';
import { useFound } from './use-found.ts';
import { usePick } from './use-pick.ts';

/** Most of one kind when a person asked for more of it. */
const mostWhenExpanded = 50;

/** The field, what it found, and what the keys do. */
export function SearchPanel(props: {
  readonly settings: readonly Findable[];
  readonly commands: readonly Findable[];
}): ReactNode {
  const { settings, commands } = props;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [expanded, setExpanded] = useState<HitKind | null>(null);
  const history = useSearchHistory();
  const text = typed.trim();
  const field = useRef<HTMLInputElement>(null);
  const narrowing = useNarrowing();
  const filter = useMemo(() => filterOf(narrowing), [narrowing]);
  const { found, waiting, again } = useFound(text, expanded === null ? mostOfKind + 1 : mostWhenExpanded, filter);
  const withApp = includesApp(narrowing);
  const { texts } = history;
  const groups = useMemo(() => {
    const own = { settings, commands, recent: texts };
    // Until the first answer is there, what stood before anything was typed stays.
    if (found.text === '') return usualGroups(own);
    return foundGroups(found, withApp ? own : { ...own, settings: [], commands: [] }, expanded);
  }, [settings, commands, texts, found, expanded, withApp]);
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const active = useActiveLine(entries);
  const pickEntry = usePick(found, history);
  // Enter may come before the answer: it then opens the first line of the very answer to what was typed.
  const [opensFirst, setOpensFirst] = useState(false);

  const change = (value: string): void => {
    setTyped(value);
    setExpanded(null);
    setOpensFirst(false);
    active.set(null);
  };
  const narrow = (next: Narrowing): void => {
    useNarrowing.setState(next);
    setExpanded(null);
    setOpensFirst(false);
    active.set(null);
  };
  const pick = (entry: Entry): void => {
    switch (entry.kind) {
      case 'recent':
        change(entry.text);
        return;
      case 'forget-all':
        history.forget(null);
        return;
      case 'more':
        setExpanded(entry.of);
        active.set(entry.firstKey);
        return;
      default:
        pickEntry(entry);
    }
  };
  const forgettable = active.isChosen && active.entry?.kind === 'recent' ? active.entry.text : null;
  const firstOfAnswer = opensFirst && !waiting && found.error === null ? active.entry : null;
  useEffect(() => {
    if (firstOfAnswer?.kind === 'hit' || firstOfAnswer?.kind === 'own') pickEntry(firstOfAnswer);
  }, [firstOfAnswer, pickEntry]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.nativeEvent.isComposing || !isPlain) return;
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      // What a person has moved to is what they mean, also while the next answer is on its way.
      if (waiting && expanded === null && !active.isChosen) setOpensFirst(true);
      else if (active.entry) pick(active.entry);
    } else if (event.code === 'Delete' && typed === '' && forgettable !== null) {
      event.preventDefault();
      // A key that is still held down was meant for the field.
      if (!event.repeat) history.forget(forgettable);
    } else if (event.code === 'Backspace' && typed === '' && isNarrow(narrowing)) {
      // As the last of the words that stand before it.
      if (!event.repeat) narrow(lessNarrow(narrowing));
    } else if (active.move(event.code)) {
      event.preventDefault();
      setOpensFirst(false);
    }
  };
  return (
    <>
      <SearchField
        value={typed}
        inputRef={field}
        listId={listId}
        expanded={entries.length > 0}
        activeId={active.entry === null ? null : optionId(listId, active.entry.key)}
        onChange={change}
        onKeyDown={onKeyDown}
      />
      <SearchScopes narrowing={narrowing} onChange={narrow} onLeave={() => field.current?.focus()} />
      <SearchWords
        found={found}
        waiting={waiting}
        count={entries.length}
        onAgain={again}
        onWiden={
          isNarrow(narrowing)
            ? () => {
                narrow(wide);
                field.current?.focus();
              }
            : null
        }
      />
      {entries.length > 0 && (
        <ResultList
          id={listId}
          groups={groups}
          activeKey={active.entry?.key ?? null}
          onActivate={active.set}
          onPick={pick}
          onForget={history.forget}
        />
      )}
      <SearchFoot waiting={waiting} forgets={forgettable !== null} />
    </>
  );
}
