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
  /** Puts words into a field at once, as pasted: where it is not the typing that is tried. */
  write(field: Element, words: string): Promise<void>;
}

/** Starts the whole interface on a fake bridge at the given address. */
export function renderApp(answers: Answers = {}, path = '/'): RunningApp {
  const bridge = createFakeBridge({ ...baseAnswers(), ...answers });
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true });
  const services = {
    ...createAppServices(),
    router: createAppRouter(createMemoryHistory({ initialEntries: [path] })),
  };
  const user = userEvent.setup({ delay: null });
  return {
    ...render(<App services={services} />),
    bridge,
    user,
    async write(field, words) {
      await user.click(field);
      await user.paste(words);
    },
  };
}
