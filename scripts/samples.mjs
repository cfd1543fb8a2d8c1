/** `npm run samples`: makes the sample courses in service/samples from scripts/samples. `npm run samples -- ID` remakes one course. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { courses } from './samples/content/courses.mjs';
import { makeCourse } from './samples/course.mjs';
import { openStage } from './samples/stage.mjs';
import { MissingTools, findTools } from './samples/tools.mjs';
import { checkSizes } from './samples/verify.mjs';

const target = fileURLToPath(new URL('../service/samples/', import.meta.url));

/** @param {string[]} wanted Course ids; none means all. */
async function makeSamples(wanted) {
  const { chromium } = await findTools();
  const work = await mkdtemp(join(tmpdir(), 'lectoroom-samples-'));
  const stage = await openStage(chromium);
  try {
    const media = join(work, 'media');
    const before = wanted.length > 0 ? await readManifest() : [];
    const made = [];
    for (const course of courses) {
      const kept = before.find((other) => other.id === course.id);
      const isKept = kept !== undefined && !wanted.includes(course.id);
      made.push(isKept ? kept : await makeCourse(course, { stage, media, work }));
    }
    for (const course of courses.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
      await rm(join(target, 'media', course.id), { recursive: true, force: true });
      await mkdir(join(target, 'media'), { recursive: true });
      await cp(join(media, course.id), join(target, 'media', course.id), { recursive: true });
    }
    const total = checkSizes(made.flatMap(filesOf));
    const manifest = JSON.stringify({ version: 1, courses: made });
    await writeFile(join(target, 'manifest.json'), await format(manifest, { parser: 'json', printWidth: 120 }));
    console.log(`${made.length} courses, ${(total / 1024 / 1024).toFixed(1)} MB in service/samples`);
  } finally {
    await stage.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** @typedef {Awaited<ReturnType<typeof makeCourse>>} MadeCourse */

/** @param {MadeCourse} course */
function filesOf(course) {
  return [
    course.cover,
    ...course.lectures.flatMap((lecture) => [
      lecture.cover,
      ...lecture.captions,
      ...lecture.attachments,
      ...lecture.assets,
    ]),
  ];
}

/** @returns {Promise<MadeCourse[]>} */
async function readManifest() {
  const text = await readFile(join(target, 'manifest.json'), 'utf8').catch(() => '{"courses":[]}');
  return /** @type {{ courses: MadeCourse[] }} */ (JSON.parse(text)).courses;
}

try {
  await makeSamples(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof MissingTools)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
