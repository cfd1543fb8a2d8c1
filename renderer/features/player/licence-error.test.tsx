// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { loadedVideo, mockVideo, samplePlan as plan } from '../../lib/testing/player-bench.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok } from '../../lib/testing/sample-answers.ts';

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The lecture refuses to open with a code until it is renewed. */
function openRefused(code: AppErrorCode, renewal: () => Result<LicenceView>) {
  let mended = false;
  const refusal: Result<PlaybackPlan> = { ok: false, error: { code } };
  const app = renderApp(
    {
      'playback.open': () => (mended ? ok(plan) : refusal),
      'licences.renew': () => {
        const answer = renewal();
        mended = answer.ok;
        return answer;
      },
    },
    '/watch/l1',
  );
  return {
    app,
    mend: () => {
      mended = true;
    },
  };
}
const renewed = (): Result<LicenceView> => ok({ kind: 'valid', daysLeft: 30 });

test.each([
  ['licence-expired', 'The licence of this lecture has run out'],
  ['licence-missing', 'This lecture has no licence for offline use yet'],
] as const)('D9 C8: %s is a sentence and a button that renews and plays on at the same second', async (code, title) => {
  const { app } = openRefused(code, renewed);
  await screen.findByRole('heading', { name: title });
  await app.user.click(screen.getByRole('button', { name: 'Renew the licence' }));
  const video = await loadedVideo();
  expect(video.currentTime).toBe(41);
  expect(app.bridge.asked.filter(({ name }) => name === 'licences.renew')).toEqual([
    { name: 'licences.renew', input: { lectureId: 'l1' } },
  ]);
});

test('D9: a renewal that fails says why, and the button stays', async () => {
  const { app } = openRefused('licence-expired', () => ({ ok: false, error: { code: 'service-unreachable' } }));
  await app.user.click(await screen.findByRole('button', { name: 'Renew the licence' }));
  await screen.findByText(/^The service cannot be reached\./u);
  expect(app.bridge.asked.filter(({ name }) => name === 'playback.open')).toHaveLength(1);
  await app.user.click(screen.getByRole('button', { name: 'Renew the licence' }));
  expect(app.bridge.asked.filter(({ name }) => name === 'licences.renew')).toHaveLength(2);
});

test('D9: a wrong clock is a sentence and a button that tries again', async () => {
  const { app, mend } = openRefused('clock-wrong', renewed);
  await screen.findByRole('heading', { name: 'The clock of this computer cannot be right' });
  mend();
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('slider', { name: 'Place in the lecture' });
  expect(app.bridge.asked.some(({ name }) => name === 'licences.renew')).toBe(false);
});

test('D9 C2: a licence that runs out on the way is told when the picture has run out; renewed, it plays on where it stopped', async () => {
  let positionMs = plan.positionMs;
  const app = renderApp(
    {
      'playback.open': () => ok({ ...plan, positionMs }),
      'playback.savePosition': (input) => {
        ({ positionMs } = input);
        return ok({ coverage: 0, completed: false });
      },
      'licences.renew': renewed,
    },
    '/watch/l1',
  );
  const video = await loadedVideo();
  video.currentTime = 57;
  app.bridge.emit('playback.fault', { mediaUrl: plan.mediaUrl, error: { code: 'licence-expired' } });
  await screen.findByRole('slider', { name: 'Place in the lecture' });
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(2);
  fireEvent(video, new Event('waiting'));
  await app.user.click(await screen.findByRole('button', { name: 'Renew the licence' }));
  const next = await loadedVideo();
  expect(next.currentTime).toBe(57);
});
