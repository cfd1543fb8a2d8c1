import { describe, expect, it } from 'vitest';
import { readPolicy } from './policy.ts';

const read = (text: string) => readPolicy({ kind: 'text', text });
const origin = (address: string) => ({ kind: 'origin', origin: address }) as const;

const open = { sharedComputer: false, idleMinutes: null, allowRemember: true, service: { kind: 'unset' } } as const;
const strictest = { sharedComputer: true, idleMinutes: 2, allowRemember: false, service: { kind: 'none' } } as const;
const followed = { state: { kind: 'followed' }, ...open } as const;
const wholly = { state: { kind: 'wrong', fields: [] }, ...strictest } as const;

describe('reading the policy file', () => {
  it('A9: no file decides nothing', () => {
    expect(readPolicy({ kind: 'absent' })).toEqual({ state: { kind: 'none' }, ...open });
  });

  it.each([
    ['{"version":1}', {}],
    ['\uFEFF{"version":1}\r\n', {}],
    ['{"version":1,"sharedComputer":true}', { sharedComputer: true }],
    ['{"version":1,"sharedComputer":false,"allowRemember":true}', {}],
    ['{"version":1,"idleMinutes":1}', { idleMinutes: 1 }],
    ['{"version":1,"idleMinutes":1440}', { idleMinutes: 1440 }],
    ['{"version":1,"allowRemember":false}', { allowRemember: false }],
    ['{"version":1,"serviceUrl":"https://lectures.example/path"}', { service: origin('https://lectures.example') }],
    ['{"version":1,"serviceUrl":"http://127.0.0.1:8080"}', { service: origin('http://127.0.0.1:8080') }],
    ['{"version":1,"serviceUrl":"http://[::1]:8080/"}', { service: origin('http://[::1]:8080') }],
  ])('A9: %s is followed', (text, decided) => {
    expect(read(text)).toEqual({ ...followed, ...decided });
  });

  it.each([
    '',
    'sharedComputer: false',
    '{"version":1,}',
    '{"version":1} {}',
    '\uFEFF\uFEFF{"version":1}',
    'null',
    '1',
    '"text"',
    '[]',
    '[{"version":1}]',
    '{}',
    '{"sharedComputer":false}',
    '{"version":2,"sharedComputer":false}',
    '{"version":"1","sharedComputer":false}',
    '{"version":null}',
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  ])('A9: %s cannot be read as a whole: the strictest of everything', (text) => {
    expect(read(text)).toEqual(wholly);
  });

  it('A9: neither can what is unreadable or larger than 64 KiB, counted in bytes', () => {
    expect(readPolicy({ kind: 'unreadable' })).toEqual(wholly);
    const bare = '{"version":1}';
    expect(read(bare.padEnd(64 * 1024))).toEqual(followed);
    expect(read(bare.padEnd(64 * 1024 + 1))).toEqual(wholly);
    const accents = `{"version":1,"serviceUrl":"https://x.example/${'é'.repeat(40_000)}"}`;
    expect(accents.length).toBeLessThan(64 * 1024);
    expect(read(accents)).toEqual(wholly);
  });

  it.each([
    ['sharedComputer', '"true"'],
    ['sharedComputer', '0'],
    ['sharedComputer', 'null'],
    ['idleMinutes', '0'],
    ['idleMinutes', '1441'],
    ['idleMinutes', '2.5'],
    ['idleMinutes', '"10"'],
    ['idleMinutes', '1e999'],
    ['idleMinutes', 'null'],
    ['allowRemember', '"false"'],
    ['allowRemember', '[]'],
    ['serviceUrl', '"http://lectures.example"'],
    ['serviceUrl', '"lectures.example"'],
    ['serviceUrl', '"https://"'],
    ['serviceUrl', '" https://lectures.example"'],
    ['serviceUrl', '"http://localhost:80@lectures.example"'],
    ['serviceUrl', '"http://localhost.lectures.example"'],
    ['serviceUrl', '""'],
    ['serviceUrl', '{}'],
  ] as const)('A9: %s of %s is read as strictly as there is, all else as it stands', (field, value) => {
    const key = field === 'serviceUrl' ? 'service' : field;
    expect(read(`{"version":1,"${field}":${value}}`)).toEqual({
      ...followed,
      state: { kind: 'wrong', fields: [field] },
      [key]: strictest[key],
    });
  });

  it('A9: several wrong fields are all named', () => {
    const { state } = read('{"version":1,"serviceUrl":7,"allowRemember":true,"sharedComputer":7}');
    expect(state).toEqual({ kind: 'wrong', fields: ['sharedComputer', 'serviceUrl'] });
  });

  it.each(['allowRemeber', 'IdleMinutes', '$schema', '__proto__', 'constructor', 'toString', ''])(
    'A9: with a field "%s" that nobody knows only what is said rightly is followed',
    (name) => {
      const said = '"sharedComputer":false,"idleMinutes":30';
      expect(read(`{"version":1,"${name}":{},${said}}`)).toEqual({ ...wholly, sharedComputer: false, idleMinutes: 30 });
      expect(read(`{"version":1,"${name}":{},${said},"allowRemember":7}`)).toEqual({
        ...wholly,
        state: { kind: 'wrong', fields: ['allowRemember'] },
        sharedComputer: false,
        idleMinutes: 30,
      });
    },
  );
});
