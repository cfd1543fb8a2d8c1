// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail } from '../../../contract/result.ts';
import { loadedVideo, mockVideo, samplePlan as plan } from '../../lib/testing/player-bench.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { course, download, ok } from '../../lib/testing/sample-answers.ts';
import { driveFolder } from '../../lib/testing/sample-folder.ts';

const away = { ...driveFolder, state: 'away', freeBytes: null } as const;

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('C8 D6: a drive pulled out while its lecture plays is asked for by its name, and the lecture goes on at the same second', async () => {
  const readyState = vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(4);
  let positionMs = 41_000;
  let isAway = false;
  const app = renderApp(
    {
      'folder.read': () => ok(isAway ? away : driveFolder),
      'playback.open': () => (isAway ? fail('drive-away') : ok({ ...plan, positionMs })),
      'playback.savePosition': (place) => {
        ({ positionMs } = place);
        return ok({ coverage: 0, completed: false });
      },
    },
    '/watch/l1',
  );
  const video = await loadedVideo();
  video.currentTime = 63;
  isAway = true;
  readyState.mockReturnValue(2);
  act(() => {
    app.bridge.emit('folder.changed', away);
    app.bridge.emit('playback.fault', { mediaUrl: plan.mediaUrl, error: { code: 'drive-away' } });
  });
  fireEvent(video, new Event('waiting'));
  await screen.findByRole('heading', { name: 'Plug in Travel' });
  isAway = false;
  readyState.mockReturnValue(4);
  act(() => {
    app.bridge.emit('folder.changed', driveFolder);
  });
  const next = await loadedVideo();
  expect(next.currentTime).toBe(63);
});

test('C8 D6: a lecture whose drive is away says so before it is opened, and opens by itself when it is back', async () => {
  let isAway = true;
  const app = renderApp(
    {
      'folder.read': () => ok({ ...away, driveName: null }),
      'playback.open': () => (isAway ? fail('drive-away') : ok(plan)),
    },
    '/watch/l1',
  );
  await screen.findByRole('heading', { name: 'The drive with your lectures is not connected' });
  isAway = false;
  act(() => {
    app.bridge.emit('folder.changed', driveFolder);
  });
  await screen.findByRole('slider', { name: 'Place in the lecture' });
});

test('D6: neither the course nor the downloads pretend that a lecture is here while its drive is away', async () => {
  const answers = {
    'folder.read': () => ok(away),
    'catalogue.course': () => ok(course),
    'downloads.list': () => ok([download({ state: 'complete', receivedBytes: 30_000_000, place: null })]),
  };
  const first = renderApp(answers, '/courses/c1');
  await screen.findByText('Drive not connected');
  first.unmount();
  renderApp(answers, '/downloads');
  await screen.findByText(/ · Travel is not connected$/u);
});
