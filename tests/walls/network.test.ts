import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');

/** Who may open a way to the network, and by what; everybody else gives what they send to the gate. */
const ways: Readonly<Record<string, readonly string[]>> = {
  'main/electron/wire-sessions.ts': ['fetch'],
  'main/adapters/gate/gate.ts': ['fetch'],
  'main/adapters/http/http-call.ts': ['fetch'],
  'main/adapters/http/stream-asset.ts': ['fetch'],
  // Not by an address: a licence by its lecture, by way of the service's port.
  'main/features/licences/renewals.ts': ['fetch'],
  'main/adapters/transfer/worker/http-connection.ts': ['node:net', 'node:tls'],
};
const modules =
  /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises)$|^(?:undici|ws|axios|got|node-fetch)(?:\/|$)/;

/** By what a source reaches the network, as written. */
function waysIn(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
  const imported = [...code.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  const electron = [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]electron(?:\/main)?['"]/g)].flatMap((match) =>
    (match[1] ?? '').split(',').map((name) => name.trim().split(' ')[0] ?? ''),
  );
  return [
    ...imported.filter((name) => modules.test(name)),
    ...electron.filter((name) => name === 'net').map(() => 'electron net'),
    ...(isFetching(code) ? ['fetch'] : []),
    ...(/\bnew\s+(?:WebSocket|EventSource|XMLHttpRequest)\b/.test(code) ? ['socket'] : []),
  ];
}

/** A call of somebody's `fetch`, or of the global one; a file with a function of its own by that name calls that. */
function isFetching(code: string): boolean {
  const calls = code.replaceAll(/fetch\s*\(\w+\??: /g, '');
  if (/\.fetch\s*\(\s*[^)\s]/.test(calls)) return true;
  return !/(?:function|const) fetch\b/.test(code) && /(?<![.\w])fetch\s*\(\s*[^)\s]/.test(calls);
}

describe('ways to the network', () => {
  test('F3: in main nobody has one but the gate, what hands it requests, and the transfer', async () => {
    const names = await readdir(join(root, 'main'), { recursive: true });
    const sources = names
      .map((name) => `main/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\/testing\//.test(name));
    expect(sources.length).toBeGreaterThan(300);
    const found: Record<string, readonly string[]> = {};
    for (const name of sources) {
      const there = [...new Set(waysIn(await readFile(join(root, name), 'utf8')))].toSorted();
      if (there.length > 0) found[name] = there;
    }
    expect(found).toEqual(ways);
  });

  test.each([
    ["import { connect } from 'node:net';", ['node:net']],
    ["import * as https from 'https';", ['https']],
    ["const { get } = await import('node:http');", ['node:http']],
    ["import { app, net } from 'electron';", ['electron net']],
    ["const answer = await fetch('https://example.org');", ['fetch']],
    ['return globalThis.fetch(url);', ['fetch']],
    ['const line = new WebSocket(url);', ['socket']],
    ["// fetch(url) is for others\nimport { join } from 'node:path';", []],
  ])('F3: %s is seen', (source, seen) => {
    expect(waysIn(source)).toEqual(seen);
  });
});
