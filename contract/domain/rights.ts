import type { z } from 'zod';
import { Marketing, type NewPrivacyRequest, PrivacyRequest, Processing } from '../api/personal-data.ts';

export type { Marketing, Processing, Profile, UpdateProfileRequest } from '../api/personal-data.ts';

/** What a person asks the service for. */
export type RequestKind = NewPrivacyRequest['kind'];
/** How far the service is with it. */
export type RequestState = PrivacyRequest['state'];

/** Nothing is stopped, which is how it is until the person says otherwise. */
export const nothingStopped: Processing = { restricted: false, objectsToMarketing: false, objectsToProfiling: false };

/** The longest text of a request, in UTF-16 code units. */
export const requestTextLength = 4000;

/** The shape of what `privacy_requests.answer` holds: what the service said of a request last. */
export const RequestAnswer = PrivacyRequest.pick({ state: true, receivedAt: true, dueAt: true, history: true });
export type RequestAnswer = z.infer<typeof RequestAnswer>;

/** A request as it is kept here. */
export interface OwnRequest {
  readonly id: string;
  readonly kind: RequestKind;
  /** The person's own words, or those of the switch. */
  readonly text: string;
  /** Milliseconds since 1970, UTC. */
  readonly askedAtMs: number;
  /** Null: the service does not have it yet. */
  readonly answer: RequestAnswer | null;
}

/** What a person has stopped and asked for; known without a network. */
export interface RightsView {
  readonly processing: Processing;
  /** The service has heard of it. */
  readonly processingTold: boolean;
  /** Null: never heard from the service yet. */
  readonly marketing: Marketing | null;
  readonly marketingTold: boolean;
  /** Newest first. */
  readonly requests: readonly OwnRequest[];
}

/** A switch by which the person stops something, or lets it go on. */
export interface ProcessingChange {
  readonly what: keyof Processing;
  readonly on: boolean;
  /** What the service reads when something is stopped: the request that goes with it. */
  readonly words: string;
}

/** The schemas of both choices, by the name they are kept under. */
export const rightsChoices = { processing: Processing, marketing: Marketing } as const;
