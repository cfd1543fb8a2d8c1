import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { describeApi } from './openapi.ts';

type Operation = { summary?: string; responses: Record<string, { description: string }>; security?: unknown };

describe('openapi.json', () => {
  it('is what the contract says (`node scripts/openapi.ts` writes it)', async () => {
    const written = await readFile(fileURLToPath(new URL('../openapi.json', import.meta.url)), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(await describeApi())));
  });

  it('is a valid OpenAPI 3.1 document; every operation says what it is, how it fails and whether it needs a token', async () => {
    const document = JSON.parse(JSON.stringify(await describeApi())) as {
      paths: Record<string, Record<string, Operation>>;
    };
    const validator = new Validator();
    const verdict = await validator.validate(document);
    expect([verdict.valid, verdict.errors, validator.version]).toEqual([true, undefined, '3.1']);
    const open: string[] = [];
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        expect([path, operation.summary]).not.toEqual([path, undefined]);
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['4XX', '5XX']));
        if (operation.security === undefined) open.push(`${method} ${path}`);
      }
    }
    expect(open.toSorted()).toEqual([
      'get /v1/cookies',
      'get /v1/keys',
      'get /v1/media/{id}',
      'get /v1/policies',
      'get /v1/popular',
      'get /v1/processors',
      'get /v1/regions',
      'get /v1/terms',
      'head /v1/media/{id}',
      'post /v1/accounts',
      'post /v1/sessions',
      'post /v1/sessions/refresh',
      'post /v1/usage',
    ]);
    for (const path of ['_faults', '/pages/']) expect(JSON.stringify(document)).not.toContain(path);
  });
});
