import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAutosave } from './autosave.ts';
import { RequestFailed } from './request-failed.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('C5: words are kept at most 400 ms after they were typed, however long somebody goes on typing', async () => {
  const kept: string[] = [];
  const autosave = createAutosave({ save: async (text) => kept.push(text), onError: () => undefined });
  for (let typed = 1; typed <= 20; typed += 1) {
    autosave.change('x'.repeat(typed));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(kept).toEqual(['xxxx', 'x'.repeat(8), 'x'.repeat(12), 'x'.repeat(16), 'x'.repeat(20)]);
});

it('C5: what could not be kept is said and tried again with the newest words, and never after the end', async () => {
  const kept: string[] = [];
  const errors: (string | null)[] = [];
  let broken = true;
  const autosave = createAutosave({
    save: async (text) => {
      if (broken) throw new RequestFailed({ code: 'disk-full' });
      kept.push(text);
    },
    onError: (error) => errors.push(error?.code ?? null),
  });
  autosave.change('one');
  await vi.advanceTimersByTimeAsync(400);
  expect(errors).toEqual(['disk-full']);
  autosave.change('two');
  broken = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect(kept).toEqual(['two']);
  expect(errors.at(-1)).toBeNull();
  broken = true;
  autosave.change('three');
  autosave.end();
  broken = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kept).toEqual(['two']);
  expect(errors).toEqual(['disk-full', null, 'disk-full']);
});

it('C5: older words that failed late are not written over newer ones that were kept', async () => {
  const kept: string[] = [];
  const errors: (string | null)[] = [];
  const answers: PromiseWithResolvers<unknown>[] = [];
  const autosave = createAutosave({
    save: async (text) => {
      const answer = Promise.withResolvers<unknown>();
      answers.push(answer);
      await answer.promise;
      kept.push(text);
    },
    onError: (error) => errors.push(error?.code ?? null),
  });
  autosave.change('one');
  await vi.advanceTimersByTimeAsync(400);
  autosave.change('one two');
  await vi.advanceTimersByTimeAsync(400);
  answers[0]?.reject(new RequestFailed({ code: 'disk-failed' }));
  answers[1]?.resolve(null);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(answers).toHaveLength(2);
  expect(kept).toEqual(['one two']);
  expect(errors).toEqual([null]);
});
