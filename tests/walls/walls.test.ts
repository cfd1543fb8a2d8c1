import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../scripts/lib/checks.mjs';
import { toolPath } from '../../scripts/lib/tools.mjs';
import { innocentFiles, rounds } from './walls.ts';

const project = join(import.meta.dirname, '..', '..');
const execute = promisify(execFile);
let copy = '';

/** Runs a tool in the copy with the project's own settings; the exit code and all it printed. */
async function inCopy(
  packageName: string,
  command: string,
  args: readonly string[],
): Promise<{ code: number; output: string }> {
  const path = await toolPath(packageName, command);
  const options = { cwd: copy, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' as const };
  return await execute(process.execPath, [path, ...args], options).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (failure: unknown) => {
      if (!(failure instanceof Error) || !('stdout' in failure) || !('code' in failure)) throw failure;
      return { code: Number(failure.code), output: String(failure.stdout) };
    },
  );
}

const compile = async () => await inCopy('typescript', 'tsc', ['-b', '--pretty', 'false']);
const lint = async () => await inCopy('oxlint', 'oxlint', [...checks.lintArguments, '--format=json']);

/** File (from the root, with /) -> the rules it breaks. */
type Broken = Map<string, Set<string>>;

function add(broken: Broken, file: string, rule: string): void {
  broken.set(file, (broken.get(file) ?? new Set()).add(rule));
}

function readCompiler(output: string, broken: Broken): void {
  for (const [, file, rule] of output.matchAll(/^(.+?)\(\d+,\d+\): error (TS\d+):/gm)) {
    if (file !== undefined && rule !== undefined) add(broken, file.replaceAll('\\', '/'), rule);
  }
}

function readLint(output: string, broken: Broken): void {
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly { code?: string; filename: string }[] };
  for (const { code, filename } of diagnostics) {
    const file = filename.startsWith(copy) ? relative(copy, filename) : filename;
    add(broken, file.replaceAll('\\', '/'), /\((.+)\)/.exec(code ?? '')?.[1] ?? code ?? '');
  }
}

const writeAll = async (files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), text);
  }
};

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'lectoroom-walls-'));
  const listed = await execute('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const wanted = listed.stdout
    .split('\0')
    .filter((path) => /\.(ts|mts|tsx|mjs|json)$/.test(path) && !path.startsWith('service/samples/media/'));
  for (const path of wanted)
    await cp(join(project, path), join(copy, path), { recursive: true }).catch(() => undefined);
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

describe('the walls', () => {
  test('the untouched copy, and files that break no rule, pass', async () => {
    await writeAll(innocentFiles);
    const [types, rules] = [await compile(), await lint()];
    expect(types.output).toBe('');
    expect(types.code).toBe(0);
    const broken: Broken = new Map();
    readLint(rules.output, broken);
    expect([...broken].map(([file, names]) => `${file}: ${[...names].join(', ')}`)).toEqual([]);
    expect(rules.code).toBe(0);
  });

  describe.each(rounds.map((walls, index) => ({ round: index + 1, walls })))(
    'round $round: one forbidden thing per wall',
    ({ walls }) => {
      const broken: Broken = new Map();
      let codes: readonly number[] = [];
      beforeAll(async () => {
        for (const wall of walls) await writeAll(wall.files);
        const [types, rules] = [await compile(), await lint()];
        codes = [types.code, rules.code];
        readCompiler(types.output, broken);
        readLint(rules.output, broken);
      });
      afterAll(async () => {
        for (const path of walls.flatMap(({ files }) => Object.keys(files))) await rm(join(copy, path));
      });

      test.each(walls)('$name is refused', ({ files, seenBy }) => {
        const rules = Object.keys(files).flatMap((file) => [...(broken.get(file) ?? [])]);
        expect(
          rules.filter((rule) => seenBy.includes(rule)),
          `seen: ${rules.join(', ') || 'nothing'}`,
        ).not.toEqual([]);
      });

      test('the check fails, and names no file that breaks no rule', () => {
        expect(codes).not.toContain(0);
        expect(Object.keys(innocentFiles).filter((file) => broken.has(file))).toEqual([]);
      });
    },
  );
});
