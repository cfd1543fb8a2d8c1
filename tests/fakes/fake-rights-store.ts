import type { Marketing, Processing } from '../../contract/api/personal-data.ts';
import type { OwnRequest } from '../../contract/domain/rights.ts';
import { done, ok } from '../../contract/result.ts';
import type { KeptChoice, KeptRights, RightsStore } from '../../main/rights-ports.ts';

/** The `RightsStore` port in memory; `main/adapters/library/rights.test.ts` holds the real one to the same. */
export function createFakeRightsStore(): RightsStore {
  const choices = {
    processing: null as KeptChoice<Processing> | null,
    marketing: null as KeptChoice<Marketing> | null,
  };
  let requests: readonly OwnRequest[] = [];
  const read = (): KeptRights => ({
    ...choices,
    requests: requests.toSorted((one, other) => other.askedAtMs - one.askedAtMs),
  });
  const next = <Value>(before: KeptChoice<Value> | null, value: Value, told: boolean): KeptChoice<Value> => ({
    value,
    told,
    revision: (before?.revision ?? 0) + 1,
  });
  const put = (request: OwnRequest): void => {
    requests = [request, ...requests.filter(({ id }) => id !== request.id)];
  };
  return {
    read: () => Promise.resolve(ok(read())),
    turn({ processing, marketing, request, withdraw }) {
      if (processing !== undefined) choices.processing = next(choices.processing, processing, false);
      if (marketing !== undefined) choices.marketing = next(choices.marketing, marketing, false);
      requests = requests.filter(
        ({ kind, text, answer }) => answer !== null || kind !== withdraw?.kind || text !== withdraw.text,
      );
      if (request !== undefined && requests.every(({ id }) => id !== request.id)) {
        const { askedAt, ...rest } = request;
        put({ ...rest, askedAtMs: Date.parse(askedAt), answer: null });
      }
      return Promise.resolve(ok(read()));
    },
    told(name, revision) {
      const kept = choices[name];
      if (kept?.revision === revision) Object.assign(choices, { [name]: { ...kept, told: true } });
      return Promise.resolve(done);
    },
    take({ processing, marketing, requests: heard = [] }) {
      if (processing !== undefined && choices.processing?.told !== false)
        choices.processing = next(choices.processing, processing, true);
      if (marketing !== undefined && choices.marketing?.told !== false)
        choices.marketing = next(choices.marketing, marketing, true);
      for (const { id, kind, text, askedAt, ...answer } of heard)
        put({ id, kind, text, askedAtMs: Date.parse(askedAt), answer });
      return Promise.resolve(ok(read()));
    },
  };
}
