import type { Marketing, Profile, UpdateProfileRequest } from './api/personal-data.ts';
import type { ProcessingChange, RequestKind, RightsView } from './domain/rights.ts';

/** Requests about correcting, limiting, objecting, asking. */
export interface RightsRequests {
  /** What was stopped and asked for, as this computer knows it; needs no network. */
  'rights.read': { in: null; out: RightsView };
  /** Tells the service what waits and asks how the requests stand; `service-unreachable` without a network. */
  'rights.refresh': { in: null; out: null };
  /** Holds at once; the service hears of it when it can be reached. Stopping something is also kept as a request. */
  'rights.setProcessing': { in: ProcessingChange; out: RightsView };
  /** Holds at once; `restricted` when mail is asked for that the person has objected to. */
  'rights.setMarketing': { in: Partial<Marketing>; out: RightsView };
  /** Asks the service for something; the id is the window's, so that asking twice is asking once. */
  'rights.ask': { in: { id: string; kind: RequestKind; text: string }; out: RightsView };
  /** What the service knows about the person; needs the service. Nothing of it is kept here but the name. */
  'rights.profile': { in: null; out: Profile };
  /** `guardian-required` for a birth date that says under 18: nothing is changed. */
  'rights.updateProfile': { in: UpdateProfileRequest; out: Profile };
}
