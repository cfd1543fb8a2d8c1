import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Lecture {
  readonly id: string;
  readonly captions: readonly { readonly language: string }[];
}
interface Manifest {
  readonly courses: readonly { readonly lectures: readonly Lecture[] }[];
}

const realFolder = resolve(import.meta.dirname, '..', '..', 'service', 'samples');

/** Writes a samples folder of the real files, in which one lecture has the captions of another one besides its own: two tracks in two languages. */
export async function writeTwoTrackSamples(folder: string, lectureId: string, otherLectureId: string): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(realFolder, 'manifest.json'), 'utf8')) as Manifest;
  const lectures = manifest.courses.flatMap((course) => course.lectures);
  const other = lectures.find(({ id }) => id === otherLectureId)?.captions[0];
  if (other === undefined) throw new Error(`no captions of ${otherLectureId}`);
  const courses = manifest.courses.map((course) => ({
    ...course,
    lectures: course.lectures.map((lecture) =>
      lecture.id === lectureId ? { ...lecture, captions: [...lecture.captions, other] } : lecture,
    ),
  }));
  await mkdir(folder, { recursive: true });
  await symlink(join(realFolder, 'media'), join(folder, 'media'), 'junction');
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, courses }));
}
