/** Requests about one's data: what is held, for how long, taking it along. */
export interface DataRequests {}
