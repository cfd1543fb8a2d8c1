/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-return -- Electron runs this file as it is: no TypeScript project has it. */
'use strict';
// Starts the app in the folder BENCH_APP as Electron itself would, and says on standard output when the first row of its window was painted, and when
// the first click on something of it was answered. The same for our app and for the one that says hello.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Module } = require('node:module');
const { app } = require('electron');

const script = `new Promise((resolve) => {
  const look = () => {
    const row = document.querySelector(${JSON.stringify(process.env.BENCH_ROW)});
    const button = document.querySelector(${JSON.stringify(process.env.BENCH_BUTTON)});
    if (row === null || button === null) return void requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const { x, y, width, height } = button.getBoundingClientRect();
      resolve({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) });
      globalThis.benchPaintedAtMs = Date.now();
      globalThis.benchClicked = new Promise((clicked) => {
        window.addEventListener('click', () => requestAnimationFrame(() => requestAnimationFrame(() => clicked(Date.now()))), { once: true, capture: true });
      });
    }));
  };
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.on('dom-ready', () => {
    if (contents.getURL().includes('/listen/')) return;
    void contents.executeJavaScript(script).then(async ({ x, y }) => {
      const paintedAtMs = await contents.executeJavaScript('globalThis.benchPaintedAtMs');
      const clicked = contents.executeJavaScript('globalThis.benchClicked');
      contents.sendInputEvent({ type: 'mouseDown', x, y, button: 'left', clickCount: 1 });
      contents.sendInputEvent({ type: 'mouseUp', x, y, button: 'left', clickCount: 1 });
      process.stdout.write(`bench ${JSON.stringify({ paintedAtMs, clickedAtMs: await clicked })}\n`);
    });
  });
});

const folder = process.env.BENCH_APP;
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(description.productName ?? description.name);
app.setAppPath(folder);
Module._load(join(folder, description.main), undefined, true);
