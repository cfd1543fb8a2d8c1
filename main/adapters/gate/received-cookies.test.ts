import { describe, expect, it } from 'vitest';
import { receivedCookies } from './received-cookies.ts';

const nowMs = Date.UTC(2026, 10, 3);
const dayMs = 86_400_000;
const names = (fields: readonly string[], url = 'https://lectoroom.example/v1/account') =>
  receivedCookies(fields, url, nowMs).map(({ name }) => name);

describe('cookies of an answer', () => {
  it('F3: a cookie is read with its life, its path and what it is limited to', () => {
    const fields = ['a=1; Max-Age=60; Path=/v1; Secure; HttpOnly; SameSite=Lax', 'b=2'];
    expect(receivedCookies(fields, 'https://lectoroom.example/v1/account', nowMs)).toEqual([
      {
        name: 'a',
        value: '1',
        host: 'lectoroom.example',
        path: '/v1',
        isSecure: true,
        isHttpOnly: true,
        sameSite: 'lax',
        expiresAtMs: nowMs + 60_000,
      },
      {
        name: 'b',
        value: '2',
        host: 'lectoroom.example',
        path: '/v1',
        isSecure: false,
        isHttpOnly: false,
        sameSite: 'unspecified',
        expiresAtMs: null,
      },
    ]);
  });
  it('F3: several in one field, as Electron joins them, are told apart, dates with commas among them', () => {
    expect(names(['a=1; Expires=Wed, 03 Feb 2027 10:00:00 GMT, b=2; Max-Age=5, c=3'])).toEqual(['a', 'b', 'c']);
  });
  it('F3: nothing lives longer than 400 days; what has run out is told, because it deletes', () => {
    const lives = receivedCookies(['a=1; Max-Age=99999999999', 'b=1; Max-Age=0', 'c=1; Max-Age=-5'], 'http://h', nowMs);
    expect(lives.map(({ expiresAtMs }) => expiresAtMs)).toEqual([nowMs + 400 * dayMs, nowMs, nowMs - 5000]);
  });
  it.each([
    ['for a whole domain', 'a=1; Domain=example'],
    ['for another host', 'a=1; Domain=tracker.example'],
    ['for a host below', 'a=1; Domain=a.lectoroom.example'],
    ['without a name', '=1'],
    ['without a name or a sign', 'only'],
    ['with a blank in its name', 'a b=1'],
    ['longer than 4096 bytes', `a=${'x'.repeat(4096)}`],
    ['with a sign of control', 'a=1\u0001'],
    ['that calls itself secure and is not', '__Secure-a=1'],
    ['that calls itself of the host and has a path', '__Host-a=1; Secure; Path=/v1'],
    ['that calls itself of the host in other letters', '__hOST-a=1; Path=/'],
  ])('F3: a cookie %s is not read', (_how, field) => {
    expect(names([field])).toEqual([]);
  });
  it('F3: its own host in other words is its own host; secure ones need a secure line', () => {
    expect(names(['a=1; Domain=.LectoRoom.example'])).toEqual(['a']);
    expect(names(['a=1; Secure'], 'http://lectoroom.example/')).toEqual([]);
    expect(names(['__Host-a=1; Secure; Path=/'])).toEqual(['__Host-a']);
  });
});
