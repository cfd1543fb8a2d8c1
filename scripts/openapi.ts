/** `node scripts/openapi.ts`: writes `openapi.json` from the contract; `--check` only says whether it is up to date (exit 1 when not). */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeApi } from '../service/openapi.ts';

const path = fileURLToPath(new URL('../openapi.json', import.meta.url));
const text = `${JSON.stringify(await describeApi(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(path, text);
  console.log('openapi.json written');
} else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
  console.error('openapi.json is not what the contract says: run `node scripts/openapi.ts`.');
  process.exitCode = 1;
}
