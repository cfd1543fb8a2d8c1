import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryHistory } from '@tanstack/react-router';
import { App } from '../../app/app.tsx';
import { createAppRouter } from '../../app/routes.tsx';
import { createAppServices } from '../../app/services.ts';
import { type Answers, createFakeBridge, type FakeBridge } from './fake-bridge.ts';
import { baseAnswers } from './sample-answers.ts';

export interface RunningApp extends RenderResult {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
}

/** Starts the whole interface on a fake bridge at the given address. */
export function renderApp(answers: Answers = {}, path = '/'): RunningApp {
  Element.prototype.scrollTo ??= () => undefined;
  Element.prototype.scrollIntoView ??= () => undefined;
  const bridge = createFakeBridge({ ...baseAnswers(), ...answers });
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true });
  const services = {
    ...createAppServices(),
    router: createAppRouter(createMemoryHistory({ initialEntries: [path] })),
  };
  return { ...render(<App services={services} />), bridge, user: userEvent.setup({ delay: null }) };
}
