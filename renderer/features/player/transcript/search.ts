import type { Cue } from '../../../../contract/domain/views.ts';
import { fold } from '../../../lib/fold.ts';

/** Part of a cue's text, in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A line in which something was found: where it begins, and what to mark, in this line and in those it runs on into. */
export interface Hit {
  readonly cueIndex: number;
  readonly startMs: number;
}

/** What a search found. */
export interface Found {
  readonly hits: readonly Hit[];
  /** By the cue's index. */
  readonly marks: ReadonlyMap<number, readonly TextRange[]>;
}

/** A transcript made ready to be searched. */
export interface TranscriptIndex {
  find(query: string): Found;
}

const nothing: Found = { hits: [], marks: new Map() };

/** Makes the transcript searchable: what is looked for may run over from one cue into the next. */
export function indexTranscript(cues: readonly Cue[]): TranscriptIndex {
  const starts: number[] = [];
  let length = 0;
  const folded = cues.map((cue) => {
    starts.push(length);
    length += cue.text.length + 1;
    return fold(cue.text);
  });
  const text = folded.join(' ');
  return {
    find(query) {
      const needle = fold(query).trim().replaceAll(/ +/gu, ' ');
      if (needle === '') return nothing;
      const hits: Hit[] = [];
      const marks = new Map<number, TextRange[]>();
      let cueIndex = 0;
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
        while ((starts[cueIndex + 1] ?? Infinity) <= at) cueIndex += 1;
        if (hits.at(-1)?.cueIndex !== cueIndex) hits.push({ cueIndex, startMs: cues[cueIndex]?.startMs ?? 0 });
        mark(cueIndex, at, at + needle.length);
      }
      return { hits, marks };

      function mark(first: number, from: number, to: number): void {
        for (let index = first; index < cues.length; index += 1) {
          const start = starts[index] ?? 0;
          if (start >= to) return;
          const end = start + (cues[index]?.text.length ?? 0);
          const range = { from: Math.max(from, start) - start, to: Math.min(to, end) - start };
          if (range.to <= range.from) continue;
          const before = marks.get(index);
          if (before) before.push(range);
          else marks.set(index, [range]);
        }
      }
    },
  };
}
