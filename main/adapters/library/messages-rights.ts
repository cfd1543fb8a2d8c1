import type { HeardRights, KeptRights, RightsChoices, RightsTurn } from '../../rights-ports.ts';

/** Calls on what a person has stopped and asked for. */
export interface RightsCalls {
  'rights.read': { in: null; out: KeptRights };
  'rights.turn': { in: RightsTurn; out: KeptRights };
  'rights.told': { in: { readonly name: keyof RightsChoices; readonly revision: number }; out: null };
  'rights.take': { in: Partial<HeardRights>; out: KeptRights };
}
