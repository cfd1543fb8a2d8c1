import type { Log } from '../../main/ports.ts';

/** A log that keeps its lines for looking at. */
export function createListLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (event, fields) => void lines.push(`info ${event} ${JSON.stringify(fields ?? {})}`),
    warn: (event, fields) => void lines.push(`warn ${event} ${JSON.stringify(fields ?? {})}`),
    defect: (event, error) => void lines.push(`defect ${event} ${error instanceof Error ? error.name : typeof error}`),
  };
}
