import { expect, it } from 'vitest';
import { searchCorpus } from './testing/search-corpus/corpus.ts';
import { judge } from './testing/search-corpus/judge.ts';
import { judgedQueries } from './testing/search-corpus/queries.ts';
import { applyCatalogue, valueOf, wholeCatalogue } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

it('B3: what is meant comes first: sixty queries in two languages, judged by hand', async () => {
  const { library } = await openLibrary();
  const { courses, captions } = searchCorpus();
  expect(courses.flatMap(({ sections }) => sections.flatMap(({ lectures }) => lectures)).length).toBeGreaterThan(150);
  await valueOf(applyCatalogue(library, wholeCatalogue(...courses), null));
  for (const { assetId, content } of captions) await valueOf(library.content.put(assetId, content));
  for (const language of ['en', 'ru'] as const) {
    const queries = judgedQueries.filter((query) => query.language === language);
    expect(queries).toHaveLength(30);
    const verdict = await judge(queries, async (text) => (await valueOf(library.search.find(text, 10))).items);
    expect(verdict.meanReciprocalRank).toBeGreaterThanOrEqual(0.9);
  }
});
