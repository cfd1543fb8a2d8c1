import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CookieRegistry, PolicyList, ProcessorList } from '../../contract/api/policies.ts';
import { privacyCategories } from '../../contract/domain/privacy.ts';
import { startTestService } from '../test-support/test-service.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function open(options: Parameters<typeof startTestService>[0] = {}) {
  const rig = await startTestService(options);
  const list = async () => PolicyList.parse(await (await rig.ask('GET', '/v1/policies')).json()).privacy;
  const text = async (query: string) => await (await fetch(`${rig.origin}/pages/privacy${query}`)).text();
  return { ...rig, list, text };
}

describe('the privacy policy', () => {
  it('F5: names its version, its date, and the hash of the very text that is served', async () => {
    const { list, text } = await open();
    const [policy, ...former] = await list();
    expect(former).toEqual([]);
    expect(policy).toMatchObject({ version: '2026-01', change: 'first', inForceFrom: '2026-01-12', changes: [] });
    for (const language of ['en', 'ru'] as const) {
      const served = await text(`?version=2026-01&language=${language}`);
      expect(sha256(served)).toBe(policy?.textSha256[language]);
      expect(await text(`?language=${language}`)).toBe(served);
      expect(served).toContain('2026-01');
    }
    expect(await text('?language=en')).toContain('published on 12 January 2026, in force from 12 January 2026.');
    expect(await text('?language=ru')).toMatch(/опубликована 12 января 2026\sг\., действует с 12 января 2026\sг\./);
  });

  it('F5: a version published for later is announced first, and in force from its day; each keeps its own text', async () => {
    const { service, list, text, clock, dataFolder, samplesFolder } = await open();
    const changes = [{ en: 'Ratings are kept for a year.', ru: 'Оценки хранятся год.' }];
    service.publishPolicy({ version: '2026-12', change: 'major', inForceFrom: '2026-12-01', changes });
    const [next, first] = await list();
    expect(next).toMatchObject({ version: '2026-12', change: 'major', publishedOn: '2026-11-23', changes });
    expect(first?.version).toBe('2026-01');
    const inForce = async () => /Version (\S+),/.exec(await text('?language=en'))?.[1];
    expect(await inForce()).toBe('2026-01');
    const served = await text('?version=2026-12&language=ru');
    expect(served).toContain('Оценки хранятся год.');
    expect([sha256(served), next?.textSha256.ru === first?.textSha256.ru]).toEqual([next?.textSha256.ru, false]);
    clock.advance(9 * 86_400_000);
    expect(await inForce()).toBe('2026-12');
    expect(() => service.publishPolicy({ version: '2026-12', change: 'minor' })).toThrow('UNIQUE');
    expect(() => service.publishPolicy({ version: '2026-01', change: 'minor' })).toThrow('already');
    await service.close();
    const again = await open({ dataFolder, samplesFolder });
    expect((await again.list()).map(({ version }) => version)).toEqual(['2026-12', '2026-01']);
  });

  it.each(['/v1/policies', '/v1/cookies', '/v1/processors'])(
    'F5: %s needs no account, and says 304 to whom has it',
    async (path) => {
      const { ask } = await open();
      const first = await ask('GET', path);
      const etag = first.headers.get('etag') ?? '';
      expect([first.status, first.headers.get('set-cookie'), etag.length > 2]).toEqual([200, null, true]);
      expect((await ask('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    },
  );
});

describe('the registry', () => {
  it('F2: has cookies or stored items of every category, each once, each with purpose, time and reader in both languages', async () => {
    const { ask } = await open();
    const { items } = CookieRegistry.parse(await (await ask('GET', '/v1/cookies')).json());
    for (const category of privacyCategories) expect(items.some((item) => item.category === category)).toBe(true);
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['cookie', 'storage']));
    for (const { purpose, reader } of items) {
      expect([purpose.en, reader.en].join('')).not.toMatch(/[а-я]/i);
      expect([purpose.ru, reader.ru].every((text) => /[а-я]/i.test(text))).toBe(true);
    }
  });

  it('F7: who else processes data, one for each role, said in both languages', async () => {
    const { ask } = await open();
    const { processors } = ProcessorList.parse(await (await ask('GET', '/v1/processors')).json());
    expect(processors.map(({ role }) => role).toSorted()).toEqual(['advertising', 'it', 'mail', 'payment', 'support']);
    expect(processors.every(({ why }) => /[а-я]/i.test(why.ru) && !/[а-я]/i.test(why.en))).toBe(true);
  });
});
