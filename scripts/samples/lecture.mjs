/** Makes everything that belongs to one lecture and describes it for the manifest. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeVtt } from './captions.mjs';
import { encodeLecture, probeDurationMs } from './encode.mjs';
import { describeFile } from './files.mjs';
import { sampleRate, speak } from './narration.mjs';
import { coverDocument, slidesDocument } from './slides.mjs';
import { layTimeline } from './timeline.mjs';
import { checkTimeline } from './verify.mjs';
import { joinSounds, writeWave } from './wave.mjs';

/** @typedef {import('./types.mjs').Course} Course */
/** @typedef {import('./types.mjs').Lecture} Lecture */
/** @typedef {{ stage: import('./stage.mjs').Stage, media: string, work: string }} Workshop Where things are made: files go to media, leftovers to work. */

/** @param {Course} course @param {Lecture} lecture @param {Workshop} workshop */
export async function makeLecture(course, lecture, workshop) {
  const { stage, media, work } = workshop;
  const name = `${course.id}/${lecture.id}`;
  const timeline = layTimeline(await speakLecture(course, lecture, work));

  await stage.show(slidesDocument(course, lecture));
  const findings = await stage.inspect();
  if (findings.length > 0) throw new Error(`${name}: ${findings.join('; ')}`);
  const pictures = await stage.photograph(timeline.frames, (slide, step) =>
    join(work, `${lecture.id}-${slide}-${step}.png`),
  );
  await stage.print(join(media, `${name}-slides.pdf`));
  await stage.cover(coverDocument(course, lecture.cover), join(media, `${name}-cover.png`));

  const wave = join(work, `${lecture.id}.wav`);
  await writeFile(wave, writeWave(joinSounds(timeline.placed, timeline.durationMs, sampleRate)));
  const targets = { '720p': `${name}-720p.mp4`, '360p': `${name}-360p.mp4`, audio: `${name}-audio.m4a` };
  await encodeLecture(
    { pictures, frames: timeline.frames, wave, durationMs: timeline.durationMs },
    { '720p': join(media, targets['720p']), '360p': join(media, targets['360p']), audio: join(media, targets.audio) },
  );
  await writeFile(join(media, `${name}-${course.language}.vtt`), writeVtt(timeline.cues));

  const durationMs = await probeDurationMs(join(media, targets['720p']));
  checkTimeline(name, timeline, durationMs);
  return {
    id: lecture.id,
    sectionId: lecture.sectionId,
    title: lecture.title,
    summary: lecture.summary,
    durationMs,
    cover: await describeFile(media, `${name}-cover.png`),
    chapters: timeline.chapters,
    captions: [{ language: course.language, ...(await describeFile(media, `${name}-${course.language}.vtt`)) }],
    attachments: [{ kind: 'slides', title: course.words.slides, ...(await describeFile(media, `${name}-slides.pdf`)) }],
    assets: await Promise.all(
      Object.entries(targets).map(async ([quality, file]) => ({
        quality,
        ...(await describeFile(media, file)),
        durationMs: await probeDurationMs(join(media, file)),
      })),
    ),
  };
}

/** @param {Course} course @param {Lecture} lecture @param {string} work */
async function speakLecture(course, lecture, work) {
  const parts = [{ title: course.words.opening, sentences: lecture.opening }, ...lecture.slides];
  const spokenParts = [];
  for (const part of parts) {
    const spoken = [];
    for (const sentence of part.sentences) spoken.push(await speak(sentence, course.voice, work));
    spokenParts.push({ title: part.title, spoken });
  }
  return spokenParts;
}
