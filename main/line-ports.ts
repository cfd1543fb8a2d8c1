/** The door to what the system knows of the line that leads to the internet. */

/** What the system says of the line; `unknown` where it says nothing. */
export interface LineReport {
  readonly cost: 'metered' | 'free' | 'unknown';
  /** The same as long as it is the same line; says nothing else, and is only kept in memory. */
  readonly line: string;
}

/** Asks the system about the line. */
export interface LineCost {
  /** Answers within a few seconds and never fails. */
  read(): Promise<LineReport>;
}
