import { describe, expect, it } from 'vitest';
import { parseHttpHead } from './http-head.ts';

const head = (...lines: readonly string[]) => parseHttpHead(['HTTP/1.1 206 Partial Content', ...lines].join('\r\n'));

describe('the head of an answer', () => {
  it('D3: status, fields by lower-case name, and the length of the body', () => {
    expect(head('Content-Length:  5 ', 'ETag: "v1"', 'X-A: 1', 'x-a: 2')).toEqual({
      statusCode: 206,
      headers: Object.assign(Object.create(null) as object, { 'content-length': '5', etag: '"v1"', 'x-a': '1, 2' }),
      framing: { kind: 'length', sizeBytes: 5 },
      staysOpen: true,
    });
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH'],
    ['another HTTP', 'HTTP/2 200 OK'],
    ['no status', 'HTTP/1.1 OK'],
    ['a status of four digits', 'HTTP/1.1 2000 OK'],
    ['a bare line feed', 'HTTP/1.1 200 OK\nContent-Length: 5'],
    ['a field without a colon', 'HTTP/1.1 200 OK\r\nContent-Length 5'],
    ['a space before the colon', 'HTTP/1.1 200 OK\r\nContent-Length : 5'],
    ['a folded line', 'HTTP/1.1 200 OK\r\nX-A: 1\r\n 2'],
    ['a zero byte', 'HTTP/1.1 200 OK\r\nX-A: 1\0'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6'],
    ['a length twice', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5'],
    ['a negative length', 'HTTP/1.1 200 OK\r\nContent-Length: -5'],
    ['a length beyond all numbers', `HTTP/1.1 200 OK\r\nContent-Length: ${'9'.repeat(40)}`],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked'],
    ['another transfer coding', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked'],
  ])('D3: %s is refused', (_title, text) => {
    expect(parseHttpHead(text)).toBeNull();
  });

  it('D3: a body without a length ends with its connection, 204 and 304 have none', () => {
    expect(head()).toMatchObject({ framing: { kind: 'until-close' }, staysOpen: false });
    expect(head('Transfer-Encoding: Chunked')).toMatchObject({ framing: { kind: 'chunked' }, staysOpen: true });
    expect(parseHttpHead('HTTP/1.1 204 No Content')).toMatchObject({ framing: { kind: 'length', sizeBytes: 0 } });
    expect(parseHttpHead('HTTP/1.1 304 Not Modified\r\nContent-Length: 7')).toMatchObject({
      framing: { sizeBytes: 0 },
    });
  });

  it('D3: whether the connection stays open', () => {
    const length = 'Content-Length: 5';
    expect(head(length, 'Connection: close')?.staysOpen).toBe(false);
    expect(parseHttpHead(`HTTP/1.0 200 OK\r\n${length}`)?.staysOpen).toBe(false);
    expect(parseHttpHead(`HTTP/1.0 200 OK\r\n${length}\r\nConnection: Keep-Alive`)?.staysOpen).toBe(true);
  });
});
