import type { Marked, SearchHit } from '../../../contract/domain/search.ts';
import type { Findable } from '../../lib/findable.ts';
import { findByWords } from './find-by-words.ts';
import type { Found } from './use-found.ts';

/** The kinds of things that main finds. */
export type HitKind = SearchHit['kind'];

/** One line of the list; its key stays the same as long as it stands for the same thing. */
export type Entry =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'own'; readonly key: string; readonly item: Findable; readonly label: Marked }
  | { readonly kind: 'more'; readonly key: string; readonly of: HitKind; readonly firstKey: string }
  | { readonly kind: 'recent'; readonly key: string; readonly text: string }
  | { readonly kind: 'forget-all'; readonly key: string };

/** Lines under one heading. */
export interface Group {
  readonly id: HitKind | 'command' | 'setting' | 'recent';
  readonly entries: readonly Entry[];
}

/** What the list is made of besides what main finds. */
export interface OwnThings {
  readonly settings: readonly Findable[];
  readonly commands: readonly Findable[];
  readonly recent: readonly string[];
}

const hitKinds = ['course', 'lecture', 'lecturer', 'transcript', 'note'] as const satisfies readonly HitKind[];
const mostOwn = 4;
const mostRecent = 6;
/** So many of a kind stand under a heading before a person asks for more. */
export const mostOfKind = 6;

function keyOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'course':
      return `course:${hit.courseId}`;
    case 'lecture':
      return `lecture:${hit.lectureId}`;
    case 'lecturer':
      return `lecturer:${hit.lecturerId}`;
    case 'transcript':
      return `transcript:${hit.lectureId}:${String(hit.startMs)}`;
    case 'note':
      return `note:${hit.noteId}`;
  }
}

/** The lines for what was found; settings and commands are looked for with the words of that very answer. */
export function foundGroups(found: Found, own: OwnThings, expanded: HitKind | null): readonly Group[] {
  const { answer, text } = found;
  const groups: Group[] = hitKinds.map((kind) => {
    const all = answer.hits
      .filter((hit) => hit.kind === kind)
      .map((hit) => ({ kind: 'hit' as const, key: keyOf(hit), hit }));
    const next = all[mostOfKind];
    if (kind === expanded || next === undefined) return { id: kind, entries: all };
    const more: Entry = { kind: 'more', key: `more:${kind}`, of: kind, firstKey: next.key };
    return { id: kind, entries: [...all.slice(0, mostOfKind), more] };
  });
  const ownGroup = (id: 'setting' | 'command', list: readonly Findable[]): Group => ({
    id,
    entries: findByWords(list, text, mostOwn).map((each) => ({ kind: 'own', key: `${id}:${each.item.id}`, ...each })),
  });
  return [...groups, ownGroup('command', own.commands), ownGroup('setting', own.settings)].filter(
    ({ entries }) => entries.length > 0,
  );
}

/** The lines before anything is typed: what was searched for last, and the commands that are most of use. */
export function usualGroups(own: OwnThings): readonly Group[] {
  const recent: readonly Entry[] = own.recent
    .slice(0, mostRecent)
    .map((text) => ({ kind: 'recent', key: `recent:${text}`, text }));
  const commands: readonly Entry[] = own.commands
    .filter(({ usual }) => usual)
    .map((item) => ({
      kind: 'own',
      key: `command:${item.id}`,
      item,
      label: [{ text: item.label, hit: false }],
    }));
  const groups: readonly Group[] = [
    { id: 'recent', entries: recent.length === 0 ? [] : [...recent, { kind: 'forget-all', key: 'forget-all' }] },
    { id: 'command', entries: commands },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
