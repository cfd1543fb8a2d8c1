// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import { type Settings } from '../../../contract/domain/settings.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { done, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { askedFor, named, three, titlesShown } from '../../lib/testing/sample-queue.ts';

const lineHeight = 100;
beforeEach(() => {
  // jsdom lays nothing out: each line is as high as the next one.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function box(this: Element) {
    const index = this.matches('li') ? [...(this.parentElement?.children ?? [])].indexOf(this) : 0;
    return new DOMRect(0, index * lineHeight, 500, lineHeight);
  });
  Element.prototype.setPointerCapture = () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.restoreAllMocks();
});

/** A queue that main keeps in `items`. */
async function open(answers: Answers = {}): Promise<RunningApp> {
  const app = renderApp({ 'downloads.list': () => ok(three), ...answers }, '/downloads');
  await screen.findByRole('heading', { name: 'Three' });
  return app;
}
function take(index: number): HTMLElement {
  const grip = screen.getAllByTitle('Drag to another place')[index]!;
  fireEvent.pointerDown(grip, { button: 0, clientY: 50 + index * lineHeight, pointerId: 1 });
  return grip;
}

describe('D5: dragging in the queue', () => {
  test('D5: a line is put where it is let go, at once, and main is asked for it; its place is said', async () => {
    let items: readonly DownloadItem[] = three;
    const app = await open({
      'downloads.list': () => ok(items),
      'downloads.placeBefore': () => {
        items = [named('Two', 1), named('Three', 2), named('One', 3)];
        return done;
      },
    });
    const grip = take(0);
    fireEvent.pointerMove(grip, { clientY: 250, pointerId: 1 });
    fireEvent.pointerUp(grip, { clientY: 250, pointerId: 1 });
    expect(titlesShown()).toEqual(['Two', 'Three', 'One']);
    await screen.findByText('One: place 3 of 3');
    expect(askedFor(app, 'downloads.placeBefore')).toEqual([{ lectureId: 'One', beforeId: null }]);
    expect(titlesShown()).toEqual(['Two', 'Three', 'One']);
  });

  test('D5: refused, it goes back with a sentence', async () => {
    let refuse: () => void = () => undefined;
    const app = await open({
      'downloads.placeBefore': () =>
        new Promise((resolve) => {
          refuse = () => {
            resolve({ ok: false, error: { code: 'not-found' } });
          };
        }),
    });
    const grip = take(2);
    fireEvent.pointerMove(grip, { clientY: 100, pointerId: 1 });
    fireEvent.pointerUp(grip, { clientY: 100, pointerId: 1 });
    await waitFor(() => {
      expect(titlesShown()).toEqual(['One', 'Three', 'Two']);
    });
    expect(askedFor(app, 'downloads.placeBefore')).toEqual([{ lectureId: 'Three', beforeId: 'Two' }]);
    refuse();
    await screen.findByText('“Three” stays where it was. The queue has changed in the meantime.');
    expect(titlesShown()).toEqual(['One', 'Two', 'Three']);
  });

  test('D5: a line dragged while another is on its way stays where it was let go', async () => {
    let place = (): void => undefined;
    await open({
      'downloads.placeBefore': ({ lectureId }) =>
        lectureId === 'One'
          ? new Promise((resolve) => {
              place = () => {
                resolve(done);
              };
            })
          : new Promise<never>(() => undefined),
    });
    const drag = (index: number, clientY: number): void => {
      const grip = take(index);
      fireEvent.pointerMove(grip, { clientY, pointerId: 1 });
      fireEvent.pointerUp(grip, { clientY, pointerId: 1 });
    };
    drag(0, 250);
    await waitFor(() => {
      expect(titlesShown()).toEqual(['Two', 'Three', 'One']);
    });
    drag(1, 50);
    await waitFor(() => {
      expect(titlesShown()).toEqual(['Three', 'Two', 'One']);
    });
    place();
    await screen.findByText('One: place 3 of 3');
    expect(titlesShown()).toEqual(['Three', 'Two', 'One']);
  });

  test('D5: near the edge the list scrolls on, also while the pointer moves', async () => {
    await open();
    const scroller = document.querySelector('main')!;
    scroller.style.overflowY = 'auto';
    Object.defineProperties(scroller, { scrollHeight: { value: 2000 }, clientHeight: { value: 300 } });
    scroller.scrollTop = 400;
    vi.useFakeTimers();
    const grip = take(0);
    for (let step = 0; step < 10; step += 1) {
      fireEvent.pointerMove(grip, { clientY: 40 + (step % 2), pointerId: 1 });
      act(() => {
        vi.advanceTimersByTime(10);
      });
    }
    expect(scroller.scrollTop).toBeLessThan(400);
    fireEvent.pointerUp(grip, { clientY: 40, pointerId: 1 });
    vi.useRealTimers();
  });

  test('D5: Escape, and a list that changes meanwhile, let everything be', async () => {
    const app = await open();
    const grip = take(0);
    fireEvent.pointerMove(grip, { clientY: 250, pointerId: 1 });
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.pointerUp(grip, { clientY: 250, pointerId: 1 });
    const again = take(0);
    fireEvent.pointerMove(again, { clientY: 250, pointerId: 1 });
    act(() => {
      app.bridge.emit('downloads.changed', [named('One', 1), named('Three', 2)]);
    });
    await waitFor(() => {
      expect(titlesShown()).toEqual(['One', 'Three']);
    });
    fireEvent.pointerUp(again, { clientY: 250, pointerId: 1 });
    expect(askedFor(app, 'downloads.placeBefore')).toEqual([]);
    expect(titlesShown()).toEqual(['One', 'Three']);
  });

  test('D5: one alone has nowhere to go, and what is here neither', async () => {
    const app = await open();
    act(() => {
      app.bridge.emit('downloads.changed', [
        named('One', 1),
        named('Two', null, { state: 'complete', waitsFor: null }),
      ]);
    });
    await waitFor(() => {
      expect(screen.queryByTitle('Drag to another place')).toBeNull();
    });
  });
});

describe('D5: a line that costs by the amount', () => {
  const held = three.map((item) => ({ ...item, waitsFor: { kind: 'metered' } as const }));
  const openHeld = (part: Partial<Settings> = {}): RunningApp =>
    renderApp(
      {
        'downloads.list': () => ok(held),
        'downloads.allowMetered': () => done,
        'settings.read': () => ok({ ...sampleSettings, ...part }),
      },
      '/downloads',
    );

  test('D5: is asked about once, with what waits; yes goes to main', async () => {
    const app = openHeld();
    await screen.findByText('This connection seems to be charged by the amount');
    await screen.findByText(/^3 lectures, 90.MB, are waiting\.$/u);
    await app.user.click(screen.getByRole('button', { name: 'Download anyway' }));
    expect(askedFor(app, 'downloads.allowMetered')).toEqual([null]);
    app.bridge.emit('downloads.changed', three);
    await waitFor(() => {
      expect(screen.queryByText(/seems to be charged/u)).toBeNull();
    });
  });

  test('D5: who waits is not asked again until there was another line, and may think better of it', async () => {
    const app = openHeld();
    await app.user.click(await screen.findByRole('button', { name: 'Wait for another network' }));
    await screen.findByText('Downloads wait for another network');
    screen.getByRole('button', { name: 'Download anyway' });
    act(() => {
      app.bridge.emit('downloads.changed', three);
    });
    act(() => {
      app.bridge.emit('downloads.changed', held);
    });
    await screen.findByText('This connection seems to be charged by the amount');
  });

  test('D5: with “wait” in the settings it is said, not asked', async () => {
    openHeld({ downloadMetered: 'never' });
    await screen.findByText('Downloads wait for another network');
    expect(screen.queryByRole('button', { name: 'Download anyway' })).toBeNull();
  });
});
