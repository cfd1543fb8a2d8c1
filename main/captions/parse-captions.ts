import type { Cue } from '../../contract/domain/views.ts';
import { cueText } from './cue-text.ts';

const timing = /^\s*((?:\d+:)?[0-5]\d:[0-5]\d[.,]\d{3})\s*-->\s*((?:\d+:)?[0-5]\d:[0-5]\d[.,]\d{3})(?:\s+(.*))?$/;
const mostCues = 20_000;
/** More than the captions of any lecture take. */
const mostBytes = 4 * 1024 * 1024;
/** So many are read in less than a millisecond. */
const linesAtOnce = 200;
/** Lines counted from the top that still are its upper part. */
const upperLines = 5;

/** Milliseconds of a WebVTT timestamp: `mm:ss.ttt` or `hh:mm:ss.ttt`. */
function timestampMs(text: string): number {
  const seconds = text
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round(seconds * 1000);
}

/** Whether the settings of a cue put it into the upper part of the picture (`line`, W3C WebVTT §4.4). */
function isAtTop(settings: string): boolean {
  const [, line, percent] = /(?:^|\s)line:(-?\d+(?:\.\d+)?)(%?)/.exec(settings) ?? [];
  if (line === undefined) return false;
  const value = Number(line);
  return value >= 0 && (percent === '%' ? value < 40 : value < upperLines);
}

/** One line after the other, whatever system wrote them. */
function* linesOf(text: string): Generator<string, void> {
  const ends = /\r\n?|\n/g;
  let from = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    yield text.slice(from, end.index);
    from = ends.lastIndex;
  }
  yield text.slice(from);
}

/**
 * Reads a WebVTT file (W3C WebVTT §6.1): cues in order of time; notes, styles and regions are left out, of the cue settings only top or bottom is kept, a cue that
 * is no cue is skipped. Null when the file is not WebVTT at all. `breathe` is waited for between pieces, so that whoever shares the thread has a turn.
 */
export async function parseCaptions(bytes: Uint8Array, breathe: () => Promise<void>): Promise<readonly Cue[] | null> {
  const reading = piecesOf(bytes);
  let piece = reading.next();
  for (; piece.done !== true; piece = reading.next()) await breathe();
  return piece.value;
}

/** The same in one go, for a thread of which nobody expects an answer at once. */
export function parseCaptionsAtOnce(bytes: Uint8Array): readonly Cue[] | null {
  const reading = piecesOf(bytes);
  let piece = reading.next();
  while (piece.done !== true) piece = reading.next();
  return piece.value;
}

function* piecesOf(bytes: Uint8Array): Generator<void, readonly Cue[] | null> {
  const lines = linesOf(new TextDecoder('utf-8').decode(bytes.subarray(0, mostBytes)));
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines.next().value ?? '')) return null;
  const cues: Cue[] = [];
  let times: RegExpExecArray | null = null;
  let payload: string[] = [];
  const finish = (): void => {
    const [, start, end, settings = ''] = times ?? [];
    if (start !== undefined && end !== undefined) {
      const cue = { startMs: timestampMs(start), endMs: timestampMs(end), text: cueText(payload.join('\n')) };
      if (cue.endMs > cue.startMs && cue.text !== '') cues.push(isAtTop(settings) ? { ...cue, place: 'top' } : cue);
    }
    times = null;
    payload = [];
  };
  let lineCount = 0;
  for (const line of lines) {
    if (cues.length >= mostCues) break;
    lineCount += 1;
    if (lineCount % linesAtOnce === 0) yield;
    // An arrow begins a new cue even where the blank line before it was forgotten.
    if (line.includes('-->')) {
      finish();
      times = timing.exec(line);
    } else if (line.trim() === '') finish();
    else payload.push(line);
  }
  if (cues.length < mostCues) finish();
  return cues.toSorted((one, other) => one.startMs - other.startMs);
}
