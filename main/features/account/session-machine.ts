import { assertNever } from '../../../contract/result.ts';

/**
 * Where a session on this computer stands. `signed-out`: nothing is open and nobody chosen; `locked`: a profile kept here is chosen and waits
 * for its password; `signing-in`: credentials are being tried; `online` and `offline`: an account is open and the service answers or does not;
 * `expired`: the service has ended the session, what is here is closed until the person signs in again.
 */
export const sessionStates = ['signed-out', 'locked', 'signing-in', 'online', 'offline', 'expired'] as const;
export type SessionState = (typeof sessionStates)[number];

/**
 * What can happen to it. `chosen`, `put-back`: a profile is picked, or put back; `begun`: credentials are tried; `refused`, `refused-profile`:
 * they were wrong, for an e-mail or for the chosen profile; `opened-online`, `opened-offline`; `answered`, `silent`: what the service did
 * last, whatever the reason of its silence (no network, 5xx, a hotel's login page); `ended`: 401 or 403 to the refresh, the service's own
 * word; `locked`: closed after nobody had used the computer; `left`: signed out, switched away, erased.
 */
export const sessionEvents = [
  'chosen',
  'put-back',
  'begun',
  'refused',
  'refused-profile',
  'opened-online',
  'opened-offline',
  'answered',
  'silent',
  'ended',
  'locked',
  'left',
] as const;
export type SessionEvent = (typeof sessionEvents)[number];

/** The state after an event; an event that means nothing in a state leaves it as it is. */
export function nextSession(state: SessionState, event: SessionEvent): SessionState {
  switch (state) {
    case 'signed-out':
      return fromClosed(state, event);
    case 'locked':
      return event === 'put-back' || event === 'left' ? 'signed-out' : fromClosed(state, event);
    case 'expired':
      return event === 'put-back' || event === 'left' ? 'signed-out' : fromClosed(state, event);
    case 'signing-in':
      return fromSigningIn(event);
    case 'online':
      return event === 'silent' ? 'offline' : fromOpen(state, event);
    case 'offline':
      return event === 'answered' ? 'online' : fromOpen(state, event);
    default:
      return assertNever(state);
  }
}

/** Whether an account is open in this state. */
export function isOpen(state: SessionState): state is 'online' | 'offline' {
  return state === 'online' || state === 'offline';
}

function fromClosed(state: 'signed-out' | 'locked' | 'expired', event: SessionEvent): SessionState {
  if (event === 'begun') return 'signing-in';
  return event === 'chosen' ? 'locked' : state;
}

function fromSigningIn(event: SessionEvent): SessionState {
  switch (event) {
    case 'opened-online':
      return 'online';
    case 'opened-offline':
      return 'offline';
    case 'refused':
    case 'left':
      return 'signed-out';
    case 'refused-profile':
      return 'locked';
    case 'chosen':
    case 'put-back':
    case 'begun':
    case 'answered':
    case 'silent':
    case 'ended':
    case 'locked':
      return 'signing-in';
    default:
      return assertNever(event);
  }
}

function fromOpen(state: 'online' | 'offline', event: SessionEvent): SessionState {
  switch (event) {
    case 'ended':
      return 'expired';
    case 'locked':
      return 'locked';
    case 'left':
      return 'signed-out';
    case 'chosen':
    case 'put-back':
    case 'begun':
    case 'refused':
    case 'refused-profile':
    case 'opened-online':
    case 'opened-offline':
    case 'answered':
    case 'silent':
      return state;
    default:
      return assertNever(event);
  }
}
