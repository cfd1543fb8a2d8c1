import { expect, it } from 'vitest';
import { valueOf } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { stemsOf } from './worker/account/search/words.ts';

it('B3 A6: no word of a note or a search stays in memory once the library is closed', async () => {
  const { library } = await openLibrary();
  const met = stemsOf('secretively');
  expect(stemsOf('secretively')).toBe(met);
  await valueOf(library.close());
  expect(stemsOf('secretively')).not.toBe(met);
});
