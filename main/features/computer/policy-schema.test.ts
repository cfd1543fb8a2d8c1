import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { policyFields } from '../../../contract/domain/computer.ts';
import { readPolicy } from './policy.ts';
import { policyJsonSchema } from './policy-schema.ts';

describe('docs/policy.schema.json', () => {
  it('A9: is what the app reads the file by (`node scripts/policy-schema.ts` writes it)', async () => {
    const path = fileURLToPath(new URL('../../../docs/policy.schema.json', import.meta.url));
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
  });

  it('A9: knows exactly the fields of the contract, forbids all others and explains each', () => {
    const schema = policyJsonSchema() as Record<string, unknown> & {
      properties: Record<string, { description: string }>;
    };
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(schema.properties)).toEqual(['version', ...policyFields]);
    expect([schema['required'], schema['additionalProperties']]).toEqual([['version'], false]);
    expect(Object.values(schema.properties).every(({ description }) => description.length > 10)).toBe(true);
  });

  it('A9: the example of docs/policy.md is followed', async () => {
    const page = await readFile(fileURLToPath(new URL('../../../docs/policy.md', import.meta.url)), 'utf8');
    const example = /```json\n([^`]*)```/.exec(page)?.[1] ?? '';
    expect(readPolicy({ kind: 'text', text: example })).toEqual({
      state: { kind: 'followed' },
      sharedComputer: true,
      idleMinutes: 10,
      allowRemember: false,
      service: { kind: 'origin', origin: 'https://lectures.example.edu' },
    });
  });
});
