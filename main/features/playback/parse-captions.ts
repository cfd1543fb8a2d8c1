import type { Cue } from '../../../contract/domain/views.ts';

const timing = /^\s*((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})\s+-->\s+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:\s.*)?$/;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '‎',
  rlm: '‏',
  quot: '"',
};
const mostCues = 20_000;

/** Milliseconds of a WebVTT timestamp: `mm:ss.ttt` or `hh:mm:ss.ttt`. */
function timestampMs(text: string): number {
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round(seconds * 1000);
}

/** The words of a cue without its tags; what is left is text, never markup. */
function plainText(payload: string): string {
  return payload
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}

/**
 * Reads a WebVTT file (W3C WebVTT §6.1): cues in order of time; notes, styles, regions and cue settings are left out, a cue that is no cue
 * is skipped. Null when the file is not WebVTT at all.
 */
export function parseCaptions(bytes: Uint8Array): readonly Cue[] | null {
  const text = new TextDecoder('utf-8').decode(bytes).replaceAll(/\r\n?/g, '\n');
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text)) return null;
  const cues: Cue[] = [];
  for (const block of text.split(/\n{2,}/).slice(1)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    const match = timing.exec(lines[at] ?? '');
    if (at < 0 || at > 1 || match?.[1] === undefined || match[2] === undefined || cues.length >= mostCues) continue;
    const cue = {
      startMs: timestampMs(match[1]),
      endMs: timestampMs(match[2]),
      text: plainText(lines.slice(at + 1).join('\n')),
    };
    if (cue.endMs > cue.startMs && cue.text !== '') cues.push(cue);
  }
  return cues.toSorted((one, other) => one.startMs - other.startMs);
}
