import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const samplesFolder = resolve(import.meta.dirname, '..', '..', 'service', 'samples');

/** The samples in a folder of their own, where one course is offered in these regions only; gone after the test. */
export async function samplesOfferedIn(courseId: string, regions: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-samples-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await symlink(join(samplesFolder, 'media'), join(folder, 'media'));
  const text = await readFile(join(samplesFolder, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as { readonly courses: readonly { readonly id: string }[] };
  const courses = manifest.courses.map((course) => (course.id === courseId ? { ...course, regions } : course));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, courses }));
  return folder;
}
