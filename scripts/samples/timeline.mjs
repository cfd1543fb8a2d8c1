/** Lays the spoken sentences of a lecture along time: where each sounds, which picture is seen, cues and chapters. */
import { breakLines } from './captions.mjs';
import { lengthMs } from './wave.mjs';

/** @typedef {import('./types.mjs').Chapter} Chapter */
/** @typedef {import('./types.mjs').Cue} Cue */
/** @typedef {import('./types.mjs').Frame} Frame */
/** @typedef {import('./narration.mjs').Spoken} Spoken */
/** @typedef {{ title: string, spoken: Spoken[] }} Part A slide with its spoken sentences. */
/** @typedef {{ placed: { startMs: number, sound: import('./wave.mjs').Sound }[], frames: Frame[], cues: Cue[], chapters: Chapter[], durationMs: number }} Timeline */

/** Length of a video frame, in ms; slides change on frames, so their times are multiples of it. */
export const frameMs = 40;

const rest = { beforeSlideMs: 520, afterSlideChangeMs: 440, betweenSentencesMs: 380, atEndMs: 1400 };

/** @param {Part[]} parts @returns {Timeline} */
export function layTimeline(parts) {
  /** @type {Timeline} */
  const timeline = { placed: [], frames: [], cues: [], chapters: [], durationMs: 0 };
  let nowMs = 0;
  parts.forEach((part, slide) => {
    if (slide > 0) nowMs += rest.beforeSlideMs;
    nowMs = toFrame(nowMs);
    timeline.chapters.push({ startMs: nowMs, title: part.title });
    timeline.frames.push({ slide, step: 0, startMs: nowMs });
    nowMs += rest.afterSlideChangeMs;
    part.spoken.forEach((spoken, index) => {
      if (index > 0) nowMs += rest.betweenSentencesMs;
      showStep(timeline.frames, slide, spoken.sentence.step, nowMs);
      timeline.placed.push({ startMs: nowMs, sound: spoken.sound });
      timeline.cues.push(...cuesOf(spoken, nowMs));
      nowMs += lengthMs(spoken.sound);
    });
  });
  timeline.durationMs = toFrame(nowMs + rest.atEndMs);
  return timeline;
}

/** @param {Frame[]} frames @param {number} slide @param {number | undefined} step @param {number} nowMs */
function showStep(frames, slide, step, nowMs) {
  const current = frames.at(-1);
  if (current === undefined || step === undefined || step === current.step) return;
  const isSlideBeginning = nowMs - current.startMs <= rest.afterSlideChangeMs;
  if (isSlideBeginning) current.step = step;
  else frames.push({ slide, step, startMs: toFrame(nowMs - 160) });
}

/** @param {Spoken} spoken @param {number} startMs @returns {Cue[]} */
function cuesOf(spoken, startMs) {
  const totalMs = lengthMs(spoken.sound);
  let fromMs = startMs;
  return spoken.parts.map((part, index) => {
    const isLast = index === spoken.parts.length - 1;
    const endMs = isLast ? startMs + totalMs : fromMs + totalMs * part.share;
    const lines = breakLines(part.text);
    if (lines === undefined) throw new Error(`a caption that does not fit two lines: ${part.text}`);
    const cue = { startMs: Math.round(fromMs), endMs: Math.round(endMs), lines };
    fromMs = endMs;
    return cue;
  });
}

/** @param {number} timeMs */
function toFrame(timeMs) {
  return Math.round(timeMs / frameMs) * frameMs;
}
