import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { CaptionTrack } from '../../../../contract/domain/views.ts';
import { lastStartedIndex } from '../cues.ts';
import type { Captions } from '../captions/use-captions.ts';
import { type Found, indexTranscript } from './search.ts';

/** What is said, to read: its language, and what is looked for in it. */
export interface TranscriptState {
  readonly tracks: readonly CaptionTrack[];
  readonly track: CaptionTrack | null;
  readonly setLanguage: (language: string) => void;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly found: Found;
  /** Number of the hit that was gone to last; null before the first. */
  readonly at: number | null;
  /** Goes to the next or previous hit, the first time to the one nearest after (or before) the moment; gives its time in milliseconds. */
  readonly step: (to: 'next' | 'previous', positionMs: number) => number | null;
}

/** Holds the transcript of one lecture, in the language of the captions until another is picked. */
export function useTranscript(captions: Captions): TranscriptState {
  const { tracks } = captions;
  const [picked, setPicked] = useState<string | null>(null);
  const [query, setQueryText] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const track = tracks.find(({ language }) => language === picked) ?? captions.first;
  const index = useMemo(() => indexTranscript(track?.cues ?? []), [track]);
  const wanted = useDeferredValue(query);
  const found = useMemo(() => index.find(wanted), [index, wanted]);
  const setQuery = useCallback((next: string): void => {
    setQueryText(next);
    setAt(null);
  }, []);
  const setLanguage = useCallback((language: string): void => {
    setPicked(language);
    setAt(null);
  }, []);
  const step = useCallback(
    (to: 'next' | 'previous', positionMs: number): number | null => {
      const { hits } = found;
      if (hits.length === 0) return null;
      const begun = lastStartedIndex(hits, positionMs);
      const next = at === null ? (to === 'next' ? begun + 1 : begun) : at + (to === 'next' ? 1 : -1);
      const turned = (next + hits.length) % hits.length;
      setAt(turned);
      return hits[turned]?.startMs ?? null;
    },
    [found, at],
  );
  return { tracks, track, setLanguage, query, setQuery, found, at, step };
}
