/** Requests about erasing. */
export interface EraseRequests {}
