import { z } from 'zod';
import { LocalDay } from './local-day.ts';
import { PrivacyCategory, purposes, type Purpose } from './privacy.ts';

/** After so many days a request leaves the list by itself; the sums stay. */
export const networkRetentionChoicesDays = [7, 30, 90] as const;

/** `answered` with a status below 400, `failed` by the service or the line, `refused` by the app before anything was sent. */
export const networkResults = ['answered', 'failed', 'refused'] as const;
export type NetworkResult = (typeof networkResults)[number];

/** The most requests told in one question, and the days of the plot. */
export const networkBounds = { page: 200, plotDays: 30 } as const;

/** Which of the two lists: of the account that is open, or of the time while nobody was signed in here. */
export const networkSources = ['account', 'computer'] as const;
export type NetworkSource = (typeof networkSources)[number];

/** One request of the list. It has no path and no query, which could say what a person watches. */
export interface NetworkEntry {
  /** Grows with each request that is written down; never given twice. */
  readonly id: number;
  /** Milliseconds since 1970, UTC, when it began. */
  readonly atMs: number;
  /** The day that the computer showed then. */
  readonly day: LocalDay;
  /** Host and port. */
  readonly host: string;
  /** Null: nobody said why, so it was refused. */
  readonly purpose: Purpose | null;
  readonly category: PrivacyCategory | null;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly result: NetworkResult;
  /** HTTP status (RFC 9110 §15); null when there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
}

const purposeNames = Object.keys(purposes) as [Purpose, ...Purpose[]];

export const NetworkFilter = z.strictObject({
  /** `none`: those that nobody gave a reason for. */
  purpose: z.enum([...purposeNames, 'none']).exactOptional(),
  category: z.enum([...PrivacyCategory.options, 'none']).exactOptional(),
  result: z.enum(networkResults).exactOptional(),
  host: z.string().min(1).max(300).exactOptional(),
  day: LocalDay.exactOptional(),
});
/** What is to be seen of the list; nothing said means all of it. */
export type NetworkFilter = z.infer<typeof NetworkFilter>;

/** A part of the list, newest first. */
export interface NetworkPage {
  readonly entries: readonly NetworkEntry[];
  /** The next part is behind this id; null: there is none. */
  readonly nextBeforeId: number | null;
}

/** Requests in numbers. */
export interface NetworkSums {
  readonly requestCount: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

/** The requests of one day for one purpose. */
export interface NetworkDay extends NetworkSums {
  readonly day: LocalDay;
  readonly purpose: Purpose | null;
}

/** Everything since counting began, however long the single requests are kept. */
export interface NetworkSummary {
  /** Milliseconds since 1970, UTC: when the first was counted, or the list was cleared; null: nothing yet. */
  readonly sinceMs: number | null;
  /** It was cleared by the person then. */
  readonly isCleared: boolean;
  readonly totals: NetworkSums & {
    readonly refusedCount: number;
    readonly failedCount: number;
    /** Not refused, so something was sent. */
    readonly sentCount: number;
  };
  /** Those that something was sent to, most first. */
  readonly hosts: readonly { readonly host: string; readonly requestCount: number }[];
  /** Those that the app refused to speak to. */
  readonly refusedHosts: readonly string[];
  /** Requests that could not be written down, because the disk failed. */
  readonly missedCount: number;
  /** The last days of the plot on which there was anything, oldest first. */
  readonly days: readonly NetworkDay[];
  /** Every purpose that there ever was; null among them: one that nobody gave a reason for. */
  readonly purposes: readonly (Purpose | null)[];
  /** When what is too old goes next (milliseconds since 1970, UTC). */
  readonly nextPurgeAtMs: number | null;
}
