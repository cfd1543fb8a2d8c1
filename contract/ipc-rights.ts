/** Requests about correcting, limiting, objecting, asking. */
export interface RightsRequests {}
