import { type CoursesSearch, levelChoices, minutesChoices, seenChoices, sortChoices } from './filter.ts';

/** Reads what an address says; anything else that stands there is left out. */
export function readCoursesSearch(raw: Readonly<Record<string, unknown>>): CoursesSearch {
  const seen = seenChoices.find((each) => each === raw['seen']);
  const level = levelChoices.find((each) => each === raw['level']);
  const minutes = minutesChoices.find((each) => each === raw['minutes']);
  const sort = sortChoices.find((each) => each === raw['sort']);
  const language = wordOf(raw['language'], /^[a-z]{2,3}$/u);
  const topic = wordOf(raw['topic'], /^.{1,64}$/u);
  return {
    ...(raw['here'] === true ? { here: true } : {}),
    ...(seen === undefined ? {} : { seen }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(language === null ? {} : { language }),
    ...(level === undefined ? {} : { level }),
    ...(topic === null ? {} : { topic }),
    ...(sort === undefined || sort === 'newest' ? {} : { sort }),
  };
}

/** A word in an address; a topic that looks like a number comes as one. */
function wordOf(value: unknown, shape: RegExp): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && shape.test(text) ? text : null;
}
