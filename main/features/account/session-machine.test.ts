import { describe, expect, it } from 'vitest';
import { isOpen, nextSession, sessionEvents, sessionStates } from './session-machine.ts';
import type { SessionEvent, SessionState } from './session-machine.ts';

/** Every event in every state, written out by hand; a state or event that is added does not compile until its cells are here. */
const table: Record<SessionState, Record<SessionEvent, SessionState>> = {
  'signed-out': {
    chosen: 'locked',
    'put-back': 'signed-out',
    begun: 'signing-in',
    refused: 'signed-out',
    'refused-profile': 'signed-out',
    'opened-online': 'signed-out',
    'opened-offline': 'signed-out',
    answered: 'signed-out',
    silent: 'signed-out',
    ended: 'signed-out',
    locked: 'signed-out',
    left: 'signed-out',
  },
  locked: {
    chosen: 'locked',
    'put-back': 'signed-out',
    begun: 'signing-in',
    refused: 'locked',
    'refused-profile': 'locked',
    'opened-online': 'locked',
    'opened-offline': 'locked',
    answered: 'locked',
    silent: 'locked',
    ended: 'locked',
    locked: 'locked',
    left: 'signed-out',
  },
  'signing-in': {
    chosen: 'signing-in',
    'put-back': 'signing-in',
    begun: 'signing-in',
    refused: 'signed-out',
    'refused-profile': 'locked',
    'opened-online': 'online',
    'opened-offline': 'offline',
    answered: 'signing-in',
    silent: 'signing-in',
    ended: 'signing-in',
    locked: 'signing-in',
    left: 'signed-out',
  },
  online: {
    chosen: 'online',
    'put-back': 'online',
    begun: 'online',
    refused: 'online',
    'refused-profile': 'online',
    'opened-online': 'online',
    'opened-offline': 'online',
    answered: 'online',
    silent: 'offline',
    ended: 'expired',
    locked: 'locked',
    left: 'signed-out',
  },
  offline: {
    chosen: 'offline',
    'put-back': 'offline',
    begun: 'offline',
    refused: 'offline',
    'refused-profile': 'offline',
    'opened-online': 'offline',
    'opened-offline': 'offline',
    answered: 'online',
    silent: 'offline',
    ended: 'expired',
    locked: 'locked',
    left: 'signed-out',
  },
  expired: {
    chosen: 'locked',
    'put-back': 'signed-out',
    begun: 'signing-in',
    refused: 'expired',
    'refused-profile': 'expired',
    'opened-online': 'expired',
    'opened-offline': 'expired',
    answered: 'expired',
    silent: 'expired',
    ended: 'expired',
    locked: 'expired',
    left: 'signed-out',
  },
};

describe('the session of this computer', () => {
  it.each(sessionStates.flatMap((state) => sessionEvents.map((event) => [state, event] as const)))(
    'A5: %s and then "%s"',
    (state, event) => {
      expect(nextSession(state, event)).toBe(table[state][event]);
    },
  );

  it('A5: whatever the line does, only the service’s own word or the person ends a session', () => {
    for (const state of sessionStates.filter(isOpen)) {
      const closing = sessionEvents.filter((event) => !isOpen(nextSession(state, event)));
      expect(closing).toEqual(['ended', 'locked', 'left']);
    }
  });

  it('A5: nothing opens an account but a sign-in that was begun', () => {
    const opening = sessionStates
      .filter((state) => !isOpen(state))
      .filter((state) => sessionEvents.some((event) => isOpen(nextSession(state, event))));
    expect(opening).toEqual(['signing-in']);
  });
});
