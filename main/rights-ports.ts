/** The door of what a person has stopped and asked for, as `ports.ts` has the others. */
import type { Marketing, NewPrivacyRequest, PrivacyRequest, Processing } from '../contract/api/personal-data.ts';
import type { OwnRequest } from '../contract/domain/rights.ts';
import type { Result } from '../contract/result.ts';

/** A choice with what tells it from the one before; `told` when the service has it. */
export interface KeptChoice<Value> {
  readonly value: Value;
  readonly revision: number;
  readonly told: boolean;
}

/** Both choices by name. */
export interface RightsChoices {
  readonly processing: Processing;
  readonly marketing: Marketing;
}

/** Everything of it that is kept; null: nothing was chosen here or heard from the service. */
export interface KeptRights {
  readonly processing: KeptChoice<Processing> | null;
  readonly marketing: KeptChoice<Marketing> | null;
  /** Newest first. */
  readonly requests: readonly OwnRequest[];
}

/** What goes into a library in one go when a switch is turned. */
export interface RightsTurn {
  readonly processing?: Processing;
  readonly marketing?: Marketing;
  /** The request that goes with stopping something. */
  readonly request?: NewPrivacyRequest;
  /** Requests of this text that the service has not heard of are withdrawn: the person let it go on before. */
  readonly withdraw?: Pick<NewPrivacyRequest, 'kind' | 'text'>;
}

/** What the service said last. */
export interface HeardRights {
  readonly processing: Processing;
  readonly marketing: Marketing;
  readonly requests: readonly PrivacyRequest[];
}

/** Choices and requests in the encrypted library. */
export interface RightsStore {
  read(): Promise<Result<KeptRights>>;
  turn(turn: RightsTurn): Promise<Result<KeptRights>>;
  /** The service has this choice, unless there is a later one. */
  told(name: keyof RightsChoices, revision: number): Promise<Result<null>>;
  /** Takes what the service said; a choice that it has not heard of yet stays. */
  take(heard: Partial<HeardRights>): Promise<Result<KeptRights>>;
}
