/** A fetch of Electron's session (system proxy and certificates), or of Node in tests. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;
