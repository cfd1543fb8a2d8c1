import { useTranslation } from 'react-i18next';
import type { ListItem, ListThing } from '../../contract/domain/browse.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { useRequest } from './requests.ts';
import { useToasts } from './toasts.ts';

/** Names a thing in one word. */
export function keyOfThing(thing: ListThing): string {
  return thing.kind === 'course' ? `course ${thing.courseId}` : `lecture ${thing.lectureId}`;
}

/** What an item of the list is. */
export function thingOf(item: ListItem): ListThing {
  return item.kind === 'course'
    ? { kind: 'course', courseId: item.course.id }
    : { kind: 'lecture', lectureId: item.lectureId };
}

/** Whether something is on the person's own list. */
export function useIsListed(thing: ListThing): boolean {
  const items = useRequest('list.read', null).data ?? none;
  return keysOf(items).has(keyOfThing(thing));
}

const none: readonly ListItem[] = [];
/** Made once for each list that main tells: every line of a course asks. */
const known = new WeakMap<readonly ListItem[], ReadonlySet<string>>();

function keysOf(items: readonly ListItem[]): ReadonlySet<string> {
  const keys = known.get(items) ?? new Set(items.map((item) => keyOfThing(thingOf(item))));
  known.set(items, keys);
  return keys;
}

/** Puts something on the list or takes it off; both can be undone, and then it is where it was. */
export function useChangeList(): (thing: ListThing, title: string, listed: boolean) => Promise<void> {
  const { t } = useTranslation();
  const show = useToasts((state) => state.show);
  const attempt = useAttempt();
  const add = (thing: ListThing, addedAtMs: number | null) => attempt(() => ask('list.add', { thing, addedAtMs }));
  return async (thing, title, listed) => {
    if (listed) {
      if (!(await add(thing, null))) return;
      show({
        text: t('myList.added', { title }),
        undo: () => void attempt(() => ask('list.remove', { thing })),
      });
      return;
    }
    let addedAtMs: number | null = null;
    const removed = await attempt(async () => {
      ({ addedAtMs } = await ask('list.remove', { thing }));
    });
    if (removed) show({ text: t('myList.removed', { title }), undo: () => void add(thing, addedAtMs) });
  };
}
