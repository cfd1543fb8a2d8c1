import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryHistory, createRootRouteWithContext, createRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { App } from '../../app/app.tsx';
import { createPlaces } from '../../app/places.ts';
import { type AppRouter, createAppRouter, type RouterContext } from '../../app/routes.tsx';
import { createAppServices } from '../../app/services.ts';
import { type Answers, createFakeBridge, type FakeBridge } from './fake-bridge.ts';
import { baseAnswers } from './sample-answers.ts';

export interface RunningApp extends RenderResult {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
  /** Puts words into a field at once, as pasted: where it is not the typing that is tried. */
  write(field: Element, words: string): Promise<void>;
}

/** Starts the whole interface on a fake bridge at the given address. */
export function renderApp(answers: Answers = {}, path = '/'): RunningApp {
  return start(answers, createAppRouter(createMemoryHistory({ initialEntries: [path] })));
}

/** Starts the interface with one part of a screen in place of frame and screens: the same start, notices and bridge at a fraction of the work. */
export function renderPart(Part: () => ReactNode, answers: Answers = {}): RunningApp {
  const history = createMemoryHistory();
  const router = createRouter({
    routeTree: createRootRouteWithContext<RouterContext>()({ component: Part }),
    history,
    context: { places: createPlaces(history) },
  });
  return start(answers, router as unknown as AppRouter);
}

function start(answers: Answers, router: AppRouter): RunningApp {
  const bridge = createFakeBridge({ ...baseAnswers(), ...answers });
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true });
  const user = userEvent.setup({ delay: null });
  return {
    ...render(<App services={{ ...createAppServices(), router }} />),
    bridge,
    user,
    async write(field, words) {
      await user.click(field);
      await user.paste(words);
    },
  };
}
