import { gunzipSync } from 'node:zlib';
import { request, type IncomingHttpHeaders } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CatalogueDelta } from '../../contract/api/catalogue.ts';
import { problemOf, startTestService, temporaryFolder } from '../test-support/test-service.ts';
import { writeSamples } from '../test-support/samples.ts';
import { assetIdOf, publish } from './courses.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';

type TestService = Awaited<ReturnType<typeof startTestService>>;

async function deltaOf(service: TestService, since?: string): Promise<CatalogueDelta> {
  const { accessToken: token } = await service.signIn();
  const answer = await service.ask('GET', `/v1/catalogue${since === undefined ? '' : `?since=${since}`}`, { token });
  return CatalogueDelta.parse(await answer.json());
}

/** The same database again, on changed samples. */
async function restart(
  service: TestService,
  change: (manifest: Manifest) => Manifest,
  options: { readonly cataloguePageBytes?: number } = {},
): Promise<TestService> {
  await service.service.close();
  const { dataFolder, samplesFolder } = service;
  await writeSamples(samplesFolder, change);
  return await startTestService({ dataFolder, samplesFolder, ...options });
}

const ids = (delta: CatalogueDelta) => delta.courses.map((course) => course.id);

describe('the catalogue', () => {
  it('B1: is whole at first: courses, sections, lectures, files', async () => {
    const delta = await deltaOf(await startTestService());
    expect([delta.complete, ids(delta), delta.removedCourseIds]).toEqual([true, ['first', 'second'], []]);
    const lecture = delta.courses[0]?.sections[0]?.lectures[0];
    expect(lecture?.media.map((asset) => [asset.id, asset.quality])).toEqual([
      ['first.one-720p.mp4', '720p'],
      ['first.one-audio.m4a', 'audio'],
    ]);
    expect(lecture?.captions[0]).toMatchObject({ id: 'first.one.vtt', language: 'en', mediaType: 'text/vtt' });
    expect(lecture?.attachments[0]).toMatchObject({ kind: 'slides', title: 'Slides' });
    expect(JSON.stringify(delta)).not.toContain('"file"');
  });

  it('B1: since its own cursor there is nothing new', async () => {
    const service = await startTestService();
    const { cursor } = await deltaOf(service);
    expect(await deltaOf(service, cursor)).toEqual({ cursor, complete: false, courses: [], removedCourseIds: [] });
  });

  it('B1: after a change only what changed comes, and what went is named', async () => {
    const first = await startTestService();
    const before = await deltaOf(first);
    const renamed = await restart(first, (manifest) => {
      const [course] = manifest.courses;
      if (course !== undefined) course.title = 'How seeking really works';
      return { ...manifest, courses: manifest.courses.slice(0, 1) };
    });
    const delta = await deltaOf(renamed, before.cursor);
    expect([delta.complete, ids(delta), delta.removedCourseIds]).toEqual([false, ['first'], ['second']]);
    expect(delta.courses[0]?.title).toBe('How seeking really works');
    const back = await deltaOf(await restart(renamed, (manifest) => manifest), delta.cursor);
    expect([ids(back), back.removedCourseIds]).toEqual([['first', 'second'], []]);
  });

  it('B1: a cursor of another database, or of the future, gets the whole catalogue', async () => {
    const service = await startTestService();
    const { cursor } = await deltaOf(service);
    for (const since of ['elsewhere-1', cursor.replace(/\d+$/, '99'), 'nonsense']) {
      expect(await deltaOf(service, since)).toMatchObject({ cursor, complete: true });
    }
    const { accessToken: token } = await service.signIn();
    expect(await problemOf(await service.ask('GET', '/v1/catalogue?since=%00', { token }))).toBe('bad-request');
    expect(await problemOf(await service.ask('GET', '/v1/catalogue'))).toBe('not-allowed');
  });

  it('B1: a long one comes in pages, course by course, and the last of them names every course', async () => {
    const service = await startTestService({ cataloguePageBytes: 1 });
    const first = await deltaOf(service);
    expect([first.complete, first.hasMore, ids(first), first.allCourseIds]).toEqual([
      false,
      true,
      ['first'],
      undefined,
    ]);
    const last = await deltaOf(service, first.cursor);
    expect([last.complete, last.hasMore, ids(last)]).toEqual([false, undefined, ['second']]);
    expect(last.allCourseIds).toEqual(['first', 'second']);
    const nothing = { cursor: last.cursor, complete: false, courses: [], removedCourseIds: [] };
    expect(await deltaOf(service, last.cursor)).toEqual(nothing);
  });

  it('B1: a place between pages that something was published behind begins again', async () => {
    const first = await startTestService({ cataloguePageBytes: 1 });
    const before = await deltaOf(first, (await deltaOf(first)).cursor);
    const rename = (title: string) => (manifest: Manifest) => {
      for (const course of manifest.courses) course.title = title;
      return manifest;
    };
    const second = await restart(first, rename('Other'), { cataloguePageBytes: 1 });
    const page = await deltaOf(second, before.cursor);
    expect([ids(page), page.hasMore]).toEqual([['first'], true]);
    const third = await restart(second, rename('Another'), { cataloguePageBytes: 1 });
    const again = await deltaOf(third, page.cursor);
    expect([ids(again), again.courses[0]?.title, again.hasMore]).toEqual([['first'], 'Another', true]);
    const end = await deltaOf(third, again.cursor);
    expect([ids(end), end.hasMore, end.allCourseIds]).toEqual([['second'], undefined, undefined]);
  });

  it('B1: comes gzipped to who asks, each form with a strong ETag of its own, and 304 to who has it', async () => {
    const service = await startTestService();
    const { accessToken } = await service.signIn();
    const plain = await raw(service, accessToken, {});
    const zipped = await raw(service, accessToken, { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.body.length).toBeLessThan(plain.body.length / 2);
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect(plain.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(zipped.headers.etag).toBe(plain.headers.etag?.replace(/"$/, '-gzip"'));
    expect([plain.headers.vary, zipped.headers.vary]).toEqual(['accept-encoding', 'accept-encoding']);

    const has = async (etag: string | undefined, encoding: string) =>
      (await raw(service, accessToken, { 'if-none-match': etag ?? '', 'accept-encoding': encoding })).status;
    expect(await has(plain.headers.etag, 'identity')).toBe(304);
    expect(await has(zipped.headers.etag, 'gzip')).toBe(304);
    expect(await has(`W/${zipped.headers.etag}, "x"`, 'gzip')).toBe(304);
    expect(await has('*', 'gzip')).toBe(304);
    expect(await has('"other"', 'gzip')).toBe(200);
    expect(await has(plain.headers.etag, 'gzip')).toBe(200);
    expect(await has(zipped.headers.etag, 'gzip;q=0')).toBe(200);
    const unchanged = await raw(service, accessToken, { 'if-none-match': plain.headers.etag ?? '' });
    expect([unchanged.body.length, unchanged.headers.etag]).toEqual([0, plain.headers.etag]);
  });
});

describe('samples', () => {
  it('become asset ids that are safe in a file name and a URL, and stay the same', () => {
    expect(assetIdOf('seeking/cover.png')).toBe('seeking.cover.png');
    expect(assetIdOf(`seeking/${'long-'.repeat(20)}.png`)).toMatch(/^f-[a-f0-9]{32}$/);
    expect(assetIdOf('_x/a.png')).toMatch(/^f-[a-f0-9]{32}$/);
  });

  it.each([
    ['a path out of the folder', (text: string) => text.replaceAll('first/one.pdf', '../../etc/passwd')],
    ['an absolute path', (text: string) => text.replaceAll('first/one.pdf', '/etc/passwd')],
    ['a digest that is none', (text: string) => text.replace(/"sha256":"./, '"sha256":"Z')],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['another version', (text: string) => text.replace('"version":1', '"version":2')],
    ['a lecture in no section', (text: string) => text.replace('"sectionId":"s1"', '"sectionId":"s9"')],
    ['a lecture twice', (text: string) => text.replace('"id":"second-one"', '"id":"first-one"')],
    ['a course twice', (text: string) => text.replace('"id":"second"', '"id":"first"')],
    ['one file described in two ways', (text: string) => text.replaceAll('first/cover.png', 'first/one.png')],
  ])('a manifest with %s is refused with a sentence', async (_, damage) => {
    const folder = await temporaryFolder();
    const manifest = JSON.stringify(await writeSamples(folder));
    await writeFile(join(folder, 'manifest.json'), damage(manifest));
    const refused = readManifest(folder).then(publish);
    await expect(refused).rejects.toThrow('The sample courses cannot be used');
    await expect(refused).rejects.not.toThrow(folder);
  });

  it('that are not there are a sentence, and nothing is left open', async () => {
    const folder = await temporaryFolder();
    await expect(startTestService({ samplesFolder: folder })).rejects.toThrow('manifest.json is missing');
  });
});

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Without a client that decompresses by itself. */
function raw({ origin }: TestService, token: string, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = { headers: { authorization: `Bearer ${token}`, ...headers } };
    const asked = request(`${origin}/v1/catalogue`, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
