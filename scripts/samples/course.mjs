/** Makes a whole course and describes it for the manifest. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFile } from './files.mjs';
import { makeLecture } from './lecture.mjs';
import { coverDocument } from './slides.mjs';

/** @param {import('./types.mjs').Course} course @param {import('./lecture.mjs').Workshop} workshop */
export async function makeCourse(course, workshop) {
  await mkdir(join(workshop.media, course.id), { recursive: true });
  const cover = `${course.id}/cover.png`;
  await workshop.stage.cover(coverDocument(course, course.cover), join(workshop.media, cover));
  const lectures = [];
  for (const lecture of course.lectures) {
    const made = await makeLecture(course, lecture, workshop);
    const sizes = made.assets.map((asset) => `${asset.quality} ${Math.round(asset.sizeBytes / 1024)} KB`);
    console.log(`${course.id}/${lecture.id}: ${Math.round(made.durationMs / 1000)} s, ${sizes.join(', ')}`);
    lectures.push(made);
  }
  const { id, language, level, topics, title, summary, description, lecturer, publishedAt, sections } = course;
  return {
    id,
    language,
    level,
    topics,
    title,
    summary,
    description,
    lecturer,
    cover: await describeFile(workshop.media, cover),
    publishedAt,
    sections,
    lectures,
  };
}
