import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyFields } from '../../../contract/domain/computer.ts';
import { readPolicy } from './policy.ts';
import type { Policy } from './policy.ts';
import { PolicyFile } from './policy-schema.ts';

const read = (text: string) => readPolicy({ kind: 'text', text });
const strictest = { sharedComputer: true, idleMinutes: 2, allowRemember: false, service: { kind: 'none' } } as const;

describe('whatever the file is', () => {
  const value = fc.oneof(
    fc.boolean(),
    fc.integer({ min: -5, max: 1500 }),
    fc.constantFrom('https://lectures.example', 'http://lectures.example', 'true', '', null),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const field = fc.oneof(fc.constantFrom<string>('version', ...policyFields), fc.string());
  const file = fc
    .tuple(fc.constantFrom<unknown>(1, 1, 1, 2, '1', undefined), fc.dictionary(field, value, { maxKeys: 5 }))
    .map(([version, fields]): Record<string, unknown> => ({ version, ...fields }));

  function isStrictest(policy: Policy, name: (typeof policyFields)[number]): boolean {
    const key = name === 'serviceUrl' ? 'service' : name;
    return JSON.stringify(policy[key]) === JSON.stringify(strictest[key]);
  }

  it('A9: an object that is no right policy is as strict as can be in all that it does not say rightly', () => {
    fc.assert(
      fc.property(file, (fields) => {
        const text = JSON.stringify(fields);
        const isRight = PolicyFile.safeParse(JSON.parse(text)).success;
        const policy = read(text);
        const isAnyUnknown = Object.keys(fields).some((name) => !Object.hasOwn(PolicyFile.shape, name));
        const lenient = policyFields.filter((name) => {
          const isFieldRight = PolicyFile.shape[name].safeParse(fields[name]).success;
          const mustBeStrict = Object.hasOwn(fields, name) ? !isFieldRight : isAnyUnknown;
          return (mustBeStrict || fields['version'] !== 1) && !isStrictest(policy, name);
        });
        expect([policy.state.kind, lenient]).toEqual([isRight ? 'followed' : 'wrong', []]);
      }),
      { numRuns: 2000 },
    );
  });

  it('A9: any other text is strictest throughout, and none throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      file.map((fields) => JSON.stringify(fields).slice(1)),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(read(any)).toEqual({ state: { kind: 'wrong', fields: [] }, ...strictest });
      }),
      { numRuns: 2000 },
    );
  });
});
