/** Something that the computer lacks; its message is a whole sentence with what to do. */
export class SetupError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupError';
  }
}

/**
 * Tells the person what happens now. On stderr: stdout is kept for what a command is asked for (JSON, totals).
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`· ${line}\n`);
}

/**
 * Runs a command's body and turns its answer into the exit code; a missing thing is said without a stack.
 * @param {() => Promise<number | void>} body
 */
export async function command(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (error instanceof SetupError) process.stderr.write(`\n✗ ${error.message}\n`);
    else process.stderr.write(`\n✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * Seconds since a start, for people: `3.2 s`.
 * @param {number} startedAt from `performance.now()`, ms
 */
export const secondsSince = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
