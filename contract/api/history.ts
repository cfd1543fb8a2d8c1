import { z } from 'zod';
import { HistoryEvent } from '../domain/synced.ts';

/** How many events one request may carry; its body may have 256 KiB like any other. */
export const historyEventsMost = 500;

/** Which copy of the history it is: another one after the copy was deleted. */
export const HistoryEpoch = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** An event that is not what the API expects is refused by itself, so that it keeps no other back. */
export const SendHistoryRequest = z.object({
  epoch: HistoryEpoch,
  events: z.array(z.union([HistoryEvent, z.unknown()])).max(historyEventsMost),
});
/** Body of `POST /v1/history/events`. */
export type SendHistoryRequest = z.infer<typeof SendHistoryRequest>;

const places = z.array(z.int().min(0)).max(historyEventsMost);

export const SendHistoryAnswer = z.object({ epoch: HistoryEpoch, taken: places, refused: places });
/** Answer of `POST /v1/history/events`: the places of the events that were taken and refused. Nothing is either when the epoch is another one. */
export type SendHistoryAnswer = z.infer<typeof SendHistoryAnswer>;

/** A place in the service's order of events. */
export const HistoryCursor = z.string().regex(/^[0-9]{1,15}$/);

/** Query of `GET /v1/history`. */
export const HistoryQuery = z.object({ since: HistoryCursor.optional() });

export const HistoryPart = z.object({
  epoch: HistoryEpoch,
  events: z.array(HistoryEvent),
  /** Where the next part begins. */
  cursor: HistoryCursor,
  hasMore: z.boolean(),
});
/** Answer of `GET /v1/history`: the events of every computer of the account, in the service's order. */
export type HistoryPart = z.infer<typeof HistoryPart>;

/** The same as a computer reads it: an event of a kind that it does not know does not keep the others from it. */
export const ReadHistoryPart = HistoryPart.extend({
  events: z.array(z.union([HistoryEvent, z.unknown()])).max(10_000),
});
export type ReadHistoryPart = z.infer<typeof ReadHistoryPart>;

/** Query of `DELETE /v1/history`: only that copy; one that came after it stays. */
export const DeleteHistoryQuery = z.object({ epoch: HistoryEpoch.optional() });
