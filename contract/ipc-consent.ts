/** Requests about consent: what may be kept and sent. */
export interface ConsentRequests {}
