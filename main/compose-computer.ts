import type { ComposeDeps } from './app.ts';
import { createComputer } from './features/computer/computer.ts';
import type { Computer } from './features/computer/computer.ts';
import { createIdleWatch } from './features/computer/idle-watch.ts';
import type { IdleWatch } from './features/computer/idle-watch.ts';
import type { Clock, ComputerStore } from './ports.ts';

/** Whose computer it is, and signing out for want of use, put together; part of `compose`. */
export function composeComputer(deps: {
  readonly app: Pick<ComposeDeps, 'policy' | 'emit'>;
  readonly store: ComputerStore;
  readonly clock: Clock;
  readonly isWatching: () => boolean;
  readonly onIdle: () => void;
}): { readonly computer: Computer; readonly idle: IdleWatch } {
  const { emit, policy } = deps.app;
  const computer = createComputer({
    store: deps.store,
    policy,
    onChange(rules) {
      emit('computer.changed', rules);
      idle.check();
    },
  });
  const idle = createIdleWatch({
    clock: deps.clock,
    idleMs() {
      const { idleMinutes } = computer.read();
      return idleMinutes === null ? null : idleMinutes * 60_000;
    },
    isWatching: deps.isWatching,
    onWarning: (signsOutAtMs) => emit('computer.idle', { signsOutAtMs }),
    onIdle: deps.onIdle,
  });
  return { computer, idle };
}
