import { describe, expect, it } from 'vitest';
import { purposes, purposesBeforeChoice } from '../../../contract/domain/privacy.ts';
import type { PrivacyCategory, PrivacyState, Purpose } from '../../../contract/domain/privacy.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createMemoryJar } from '../../../tests/fakes/plain-sessions.ts';
import type { NetworkRecord } from '../../privacy-ports.ts';
import { NotSentError } from '../http/fetch.ts';
import { createGate } from './gate.ts';

const origin = 'https://lectoroom.example';
const registry: Readonly<Record<string, PrivacyCategory>> = {
  essential: 'essential',
  functional: 'functional',
  advert: 'advertisement',
};
const nothing: PrivacyState = { undecided: false, functional: false, advertisement: false, optOutSignal: false };

function rig(first: Partial<PrivacyState> = {}, answer: () => Response | Promise<Response> = () => new Response('{}')) {
  const sent: { url: string; headers: Headers; init: RequestInit }[] = [];
  const records: NetworkRecord[] = [];
  const defects: string[] = [];
  const privacy = { state: { ...nothing, ...first } };
  const jar = createMemoryJar();
  const gate = createGate({
    origin: () => Promise.resolve(origin),
    session: () =>
      Promise.resolve({
        cookies: jar,
        clearStorage: () => Promise.resolve(),
        fetch(url, init) {
          sent.push({ url, headers: new Headers(init.headers), init });
          return Promise.resolve(answer());
        },
      }),
    rules: { state: () => privacy.state, categoryOf: (name) => registry[name] ?? null },
    sink: { record: (entry) => void records.push(entry) },
    clock: createFakeClock(),
    log: { defect: (event) => void defects.push(event) },
  });
  const ask = (init: RequestInit & { purpose?: Purpose } = {}, path = '/v1/x') =>
    gate.fetch(new URL(path, origin).href, { purpose: 'account', credentials: 'include', ...init });
  return { gate, ask, sent, records, defects, privacy, jar };
}

const cookies = () =>
  new Headers([
    ['set-cookie', 'essential=1; Max-Age=60'],
    ['set-cookie', 'functional=2; Max-Age=60'],
    ['set-cookie', 'advert=3; Max-Age=60'],
    ['set-cookie', 'secret=4; Max-Age=60'],
  ]);

describe('the gate', () => {
  const all = Object.keys(purposes) as Purpose[];
  it.each(all)(
    'F3: %s goes exactly when its category is allowed, and before a choice only if deciding needs it',
    async (purpose) => {
      for (const undecided of [true, false]) {
        for (const functional of [true, false]) {
          const { ask, sent, records } = rig({ undecided, functional });
          const may = undecided
            ? purposesBeforeChoice.includes(purpose)
            : purposes[purpose] === 'essential' || functional;
          const outcome = await ask({ purpose }).then(
            () => 'sent',
            (error: unknown) => (error instanceof NotSentError ? 'refused' : 'broken'),
          );
          expect([outcome, sent.length]).toEqual(may ? ['sent', 1] : ['refused', 0]);
          const told = may ? [] : [{ purpose, result: 'refused', status: null, sentBytes: 0 }];
          expect(records).toMatchObject(told);
        }
      }
    },
  );
  it('F3: a reason that nobody declared, and another host, are refused and put down as defects', async () => {
    const { gate, ask, sent, records, defects } = rig();
    await expect(ask({ purpose: 'spying' as Purpose })).rejects.toThrow(NotSentError);
    await expect(ask({ purpose: 'toString' as Purpose })).rejects.toThrow(NotSentError);
    await expect(gate.fetch('https://tracker.example/', { purpose: 'account' })).rejects.toThrow(NotSentError);
    await expect(gate.fetch(`${origin}:444/`, { purpose: 'account' })).rejects.toThrow(NotSentError);
    gate.refuseStranger('tracker.example');
    expect(sent).toEqual([]);
    expect(defects).toEqual(Array.from({ length: 5 }, () => 'gate.undeclared'));
    expect(records.map(({ host, purpose, result }) => [host, purpose, result])).toEqual([
      ['lectoroom.example', null, 'refused'],
      ['lectoroom.example', null, 'refused'],
      ['tracker.example', 'account', 'refused'],
      ['lectoroom.example:444', 'account', 'refused'],
      ['tracker.example', null, 'refused'],
    ]);
  });
  it.each([
    [{}, ['essential']],
    [{ functional: true }, ['essential', 'functional']],
    [{ advertisement: true }, ['essential', 'advert']],
    [{ functional: true, advertisement: true }, ['essential', 'functional', 'advert']],
  ])('F3: with %o exactly %o are kept and go along, and no answer shows a cookie', async (state, kept) => {
    const { ask, jar, sent } = rig(state, () => new Response('{}', { headers: cookies() }));
    const answer = await ask();
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await jar.all()).map(({ name }) => name)).toEqual(kept);
    await ask();
    const values = { essential: '1', functional: '2', advert: '3' } as Readonly<Record<string, string>>;
    expect(sent[1]?.headers.get('cookie')).toBe(kept.map((name) => `${name}=${values[name]}`).join('; '));
  });
  it('F3: what was allowed and is not any more does not go, even while it is still there; ours is the only cookie field', async () => {
    const { ask, privacy, sent } = rig({ functional: true }, () => new Response('{}', { headers: cookies() }));
    await ask();
    privacy.state = nothing;
    await ask({ headers: { cookie: 'functional=2; smuggled=1' } });
    expect(sent[1]?.headers.get('cookie')).toBe('essential=1');
  });
  it('F3: what is asked for without cookies neither sends nor keeps any, on errors too', async () => {
    const { ask, jar, sent } = rig({ functional: true }, () => new Response('', { status: 500, headers: cookies() }));
    await ask({ credentials: 'omit', purpose: 'lecture' });
    expect(await jar.all()).toEqual([]);
    await ask();
    expect((await jar.all()).length).toBe(2);
    await ask({ credentials: 'omit', purpose: 'lecture' });
    expect(sent[2]?.headers.has('cookie')).toBe(false);
    expect(sent.map(({ init }) => [init.credentials, init.redirect, init.cache])).toEqual(
      Array.from({ length: 3 }, () => ['omit', 'error', 'no-store']),
    );
  });
  it('F3: a cookie that the service deletes is gone', async () => {
    let field = 'essential=1; Max-Age=60';
    const { ask, jar } = rig({}, () => new Response('{}', { headers: { 'set-cookie': field } }));
    await ask();
    field = 'essential=; Max-Age=0';
    await ask();
    expect(await jar.all()).toEqual([]);
  });
  it('F3: the opt-out signal goes with every request while it is on, and never else', async () => {
    const { ask, privacy, sent } = rig({ optOutSignal: true });
    await ask();
    privacy.state = nothing;
    await ask({ headers: { dnt: '1' } });
    expect(sent.map(({ headers }) => [headers.get('sec-gpc'), headers.get('dnt')])).toEqual([
      ['1', '1'],
      [null, null],
    ]);
  });
  it('F3: an ETag goes back with the token of the account alone: it must not name somebody who is not named', async () => {
    const { ask, sent } = rig();
    const known = { 'if-none-match': '"you"', 'if-modified-since': 'Tue, 03 Nov 2026 00:00:01 GMT' };
    await ask({ headers: known, purpose: 'popularity' });
    await ask({ headers: { ...known, authorization: 'Bearer t' } });
    expect(sent.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"you"']);
    expect(sent.map(({ headers }) => headers.has('if-modified-since'))).toEqual([false, true]);
  });
  it('F6: every request is told of once, with its bytes: read whole, called off, broken, without a body, without an answer', async () => {
    const part = new TextEncoder().encode('12345678');
    const endless = () =>
      new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(part) }, { highWaterMark: 0 });
    const broken = () => {
      let pulls = 0;
      return new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            pulls += 1;
            if (pulls === 1) controller.enqueue(part);
            else controller.error(new Error('the line broke'));
          },
        },
        { highWaterMark: 0 },
      );
    };
    const answers = [
      () => new Response('123456789'),
      () => new Response(endless()),
      () => new Response(broken()),
      () => new Response(null, { status: 304 }),
      () => new Response('no', { status: 503 }),
      () => Promise.reject(new Error('no line')),
    ];
    let at = 0;
    const { ask, records } = rig({}, () => answers[at++]?.() ?? new Response(''));
    expect(await (await ask({ method: 'POST', body: 'тело' })).text()).toBe('123456789');
    const reader = (await ask()).body?.getReader();
    await reader?.read();
    await reader?.read();
    await reader?.cancel();
    await expect((await ask()).text()).rejects.toThrow('the line broke');
    expect((await ask()).status).toBe(304);
    await (await ask()).text();
    await expect(ask()).rejects.toThrow('no line');
    expect(records.map(({ result, status }) => [result, status])).toEqual([
      ['answered', 200],
      ['answered', 200],
      ['failed', 200],
      ['answered', 304],
      ['failed', 503],
      ['failed', null],
    ]);
    const head = (text: string, fields: string) => text.length + 4 + fields.length;
    const usual = head('HTTP/1.1 200 ', 'content-type: text/plain;charset=UTF-8\r\n');
    expect(records.map(({ receivedBytes }) => receivedBytes)).toEqual([
      usual + 9,
      head('HTTP/1.1 200 ', '') + 16,
      head('HTTP/1.1 200 ', '') + 8,
      head('HTTP/1.1 304 ', ''),
      head('HTTP/1.1 503 ', 'content-type: text/plain;charset=UTF-8\r\n') + 2,
      0,
    ]);
    expect(records[0]?.sentBytes).toBe(head('POST /v1/x HTTP/1.1', 'host: lectoroom.example\r\n') + 8);
    expect(records.every((record) => record.host === 'lectoroom.example' && record.category === 'essential')).toBe(
      true,
    );
  });
  it('F3: what else could make the app remember or report something is taken out of answers', async () => {
    const fields = { nel: '{}', 'report-to': '{}', 'alt-svc': 'h3=":1"', 'accept-ch': 'UA', etag: '"1"' };
    const { ask } = rig({}, () => new Response('{}', { headers: fields }));
    const answer = await ask();
    expect([...answer.headers.keys()].toSorted()).toEqual(['content-type', 'etag']);
  });
});
