// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { LectureId } from '../../contract/domain/ids.ts';
import { useDownloadActions } from './downloads.ts';
import { renderPart } from './testing/render-app.tsx';

afterEach(cleanup);

const many = Array.from({ length: 1001 }, (_, index) => `l${String(index)}` as LectureId);

function DownloadMany(): ReactNode {
  const { start } = useDownloadActions();
  return <button onClick={() => void start(many, '720p')}>Download</button>;
}

test('D1: a course of more lectures than one request takes is asked for in pieces', async () => {
  const app = renderPart(DownloadMany);
  await app.user.click(await screen.findByRole('button', { name: 'Download' }));
  const asked = (): readonly unknown[] =>
    app.bridge.asked.filter(({ name }) => name === 'downloads.start').map(({ input }) => input);
  await waitFor(() => {
    expect(asked()).toEqual([
      { lectureIds: many.slice(0, 500), quality: '720p' },
      { lectureIds: many.slice(500, 1000), quality: '720p' },
      { lectureIds: many.slice(1000), quality: '720p' },
    ]);
  });
});
