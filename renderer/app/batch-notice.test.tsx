import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { DownloadBatch } from '../../contract/domain/download.ts';
import { renderApp } from '../lib/testing/render-app.tsx';
import { course, ok, sampleSettings } from '../lib/testing/sample-answers.ts';

async function noticeOf(batch: DownloadBatch, language: 'en' | 'ru' = 'en'): Promise<unknown> {
  const app = renderApp({ 'settings.read': () => ok({ ...sampleSettings, language }) });
  await screen.findByRole('link', { name: course.title });
  await screen.findByRole('link', { name: language === 'en' ? 'Courses' : 'Курсы' });
  act(() => {
    app.bridge.emit('downloads.ended', batch);
  });
  return app.bridge.asked.find(({ name }) => name === 'system.notify')?.input;
}

test('D1: the end of a batch is told in one notice, with numbers and without a title', async () => {
  expect(await noticeOf({ completeCount: 3, failedCount: 0 })).toEqual({
    title: '3 lectures are on this computer',
    body: 'Ready to watch, without a network too.',
  });
});

test('D1: what did not succeed is in it, in Russian with the right plural', async () => {
  expect(await noticeOf({ completeCount: 5, failedCount: 2 }, 'ru')).toEqual({
    title: '5 лекций загружено',
    body: '2 загрузки не удались',
  });
});
