import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json } from './json.mjs';
import { projectNode } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * The JavaScript file behind a tool's command: run with our Node it works the same on every system, without shells and `.cmd`.
 * @param {string} packageName
 * @param {string} [command] default: the package's only command
 */
export async function toolPath(packageName, command) {
  const folder = inRoot('node_modules', packageName);
  const bin = json.at(json.parse(await readFile(join(folder, 'package.json'), 'utf8')), 'bin');
  const path =
    typeof bin === 'string'
      ? bin
      : json.text(command === undefined ? Object.values(json.record(bin))[0] : json.at(bin, command));
  return join(folder, path);
}

/**
 * Runs a tool of node_modules under Node 24.
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions & { command?: string }} [options]
 */
export async function runTool(packageName, args, options = {}) {
  const { command, ...rest } = options;
  const path = await toolPath(packageName, command);
  return await run(projectNode, [path, ...args], rest);
}
