/** Requests about what is sent and stored: the network ledger, cookies, processors. */
export interface NetworkRequests {}
