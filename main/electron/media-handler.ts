/** Answers a request of the window for `lecture://`. */
export type MediaHandler = (request: {
  readonly method: string;
  readonly url: string;
  readonly range: string | null;
  readonly signal: AbortSignal;
}) => Promise<Response>;
