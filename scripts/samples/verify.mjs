/** What must hold of every lecture and of all files together; throws when it does not. */

const durationLimitsMs = { least: 40_000, most: 120_000 };
const totalLimitBytes = 22 * 1024 * 1024;
const coverLimitBytes = 40 * 1024;

/** Captions and chapters in order and inside the video. @param {string} name @param {import('./timeline.mjs').Timeline} timeline @param {number} durationMs */
export function checkTimeline(name, timeline, durationMs) {
  const { least, most } = durationLimitsMs;
  if (durationMs < least || durationMs > most)
    throw new Error(`${name} lasts ${durationMs} ms, not ${least} to ${most}`);
  let beforeMs = 0;
  for (const cue of timeline.cues) {
    if (cue.startMs < beforeMs || cue.endMs <= cue.startMs)
      throw new Error(`${name}: the cue at ${cue.startMs} ms overlaps`);
    beforeMs = cue.endMs;
  }
  if (beforeMs > durationMs) throw new Error(`${name}: the last cue ends after the video`);
  const starts = timeline.chapters.map((chapter) => chapter.startMs);
  if (starts[0] !== 0 || starts.some((start, index) => index > 0 && start <= (starts[index - 1] ?? 0))) {
    throw new Error(`${name}: chapters must begin at 0 and rise`);
  }
}

/** @param {{ file: string, mediaType: string, sizeBytes: number }[]} files @returns {number} Bytes together. */
export function checkSizes(files) {
  const heavy = files.find((file) => file.mediaType === 'image/png' && file.sizeBytes > coverLimitBytes);
  if (heavy) throw new Error(`${heavy.file} has ${heavy.sizeBytes} bytes, more than a cover may`);
  const total = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  if (total > totalLimitBytes) throw new Error(`the samples have ${total} bytes, more than ${totalLimitBytes}`);
  return total;
}
