import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Stands in for Electron's `default_app` in the fallback runtime: takes the first argument that is not a flag as the app's folder
 * and loads its main (CommonJS). `app.isPackaged` stays false, as in development.
 */
const starter = `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { Module } = require('node:module');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Give the folder of an app.\\n');
  process.exit(2);
}
const appFolder = resolve(folder);
const description = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));
app.setName(description.productName ?? description.name);
app.setVersion(description.version ?? '0.0.0');
app.setAppPath(appFolder);
app.setDesktopName(description.desktopName ?? description.name + '.desktop');
Module._load(join(appFolder, description.main ?? 'index.js'), undefined, true);
`;

/**
 * Writes the starter into a runtime's `resources/app`.
 * @param {string} runtimeFolder
 */
export async function writeStarter(runtimeFolder) {
  const folder = join(runtimeFolder, 'resources', 'app');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'lectoroom-starter', version: '1.0.0', main: 'main.js' }),
  );
  await writeFile(join(folder, 'main.js'), starter);
}
