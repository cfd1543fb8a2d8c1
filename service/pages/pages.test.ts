import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { externalPagePaths } from '../../contract/api/accounts.ts';
import { externalPages } from '../../contract/domain/account.ts';
import { sendRaw } from '../test-support/raw-socket.ts';
import { startTestService } from '../test-support/test-service.ts';
import { pageLanguages, preferredLanguage } from './page-language.ts';

const every = externalPages.flatMap((page) => pageLanguages.map((language) => [page, language] as const));

async function read(page: (typeof externalPages)[number], language: string) {
  const { origin } = await startTestService();
  const headers = { 'accept-language': language };
  const answer = await fetch(`${origin}${externalPagePaths[page]}`, { headers });
  return { answer, html: await answer.text() };
}

describe('the pages for people', () => {
  it.each(every)('A11: %s is there in %s, for anybody', async (page, language) => {
    const { answer, html } = await read(page, language);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect([answer.headers.get('content-language'), answer.headers.get('vary')]).toEqual([language, 'accept-language']);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html.match(/<h1>[^<]+<\/h1>/g)).toHaveLength(1);
    expect(/[а-яё]/i.test(html)).toBe(language === 'ru');
  });

  it.each(every)('A11: %s in %s loads nothing, runs nothing and is framed by nobody', async (page, language) => {
    const { answer, html } = await read(page, language);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<form|\son\w+=|style=|src=|href=|url\(|@import|https?:/i);
  });

  it('A10 A11: the Terms say which version they are, since when, and that this is a sample', async () => {
    const [english, russian] = [await read('terms', 'en'), await read('terms', 'ru')];
    expect(english.html).toContain('Version 2026-01, published on 12 January 2026.');
    expect(english.html).toContain('sample service');
    expect(russian.html).toMatch(/Версия 2026-01, опубликована 12 января 2026\sг\./);
    expect(russian.html).toContain('пробная служба');
  });

  it('A11: who forgot the password is told how to start the sample anew', async () => {
    for (const language of pageLanguages) {
      expect((await read('forgotten-password', language)).html).toMatch(
        /<code>LECTOROOM_SERVICE_DATA=\S.* npm start<\/code>/,
      );
    }
  });

  it('A11: answer nobody who calls this computer by another name, and take no other method', async () => {
    const { origin, ask } = await startTestService();
    const request = 'GET /pages/terms HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n';
    expect(await sendRaw(origin, request)).toMatch(/^HTTP\/1\.1 421 /);
    expect((await ask('POST', '/pages/terms')).status).toBe(404);
  });

  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ru', 'ru'],
    ['RU-ru', 'ru'],
    ['en-GB,en;q=0.9,ru;q=0.8', 'en'],
    ['de, ru;q=0.5', 'ru'],
    ['en;q=0.3, ru;q=0.7', 'ru'],
    ['ru;q=0, de', 'en'],
    ['ru, en', 'ru'],
    ['de, fr', 'en'],
    ['rus', 'en'],
    ['ru;q=nonsense', 'en'],
    ['*', 'en'],
  ])('A11: Accept-Language %s gets %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
