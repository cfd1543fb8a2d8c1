import { createHash } from 'node:crypto';
import type { AssetReference, Course, Lecture } from '../../contract/domain/course.ts';
import { AssetId, type CourseId } from '../../contract/domain/ids.ts';
import { ManifestError, type Manifest, type ManifestCourse, type ManifestFile } from './manifest.ts';

/** A file that can be delivered: what the contract says of it, and where it is in the media folder. */
export interface ShelvedAsset extends AssetReference {
  readonly file: string;
}

/** The published courses and every file they name. */
export interface Publication {
  readonly courses: readonly Course[];
  readonly assets: ReadonlyMap<AssetId, ShelvedAsset>;
  /** Where a course is offered; one that is not in it is offered everywhere. */
  readonly regions: ReadonlyMap<CourseId, readonly string[]>;
}

/** The id of a file: its path with dots for slashes, or, where that is too long or unsafe, 32 hex digits of its SHA-256. */
export function assetIdOf(file: string): AssetId {
  const plain = AssetId.safeParse(file.replaceAll('/', '.'));
  if (plain.success) return plain.data;
  return AssetId.parse(`f-${createHash('sha256').update(file).digest('hex').slice(0, 32)}`);
}

/** Turns a manifest into courses; throws `ManifestError` when ids clash, a section is missing or one file is described in two ways. */
export function publish(manifest: Manifest): Publication {
  const assets = new Map<AssetId, ShelvedAsset>();

  function shelve({ file, mediaType, sizeBytes, sha256 }: ManifestFile): AssetReference {
    const id = assetIdOf(file);
    const there = assets.get(id);
    if (there !== undefined && (there.file !== file || there.sha256 !== sha256)) {
      throw new ManifestError(`the file ${file} is described twice.`);
    }
    const reference = { id, mediaType, sizeBytes, sha256 };
    assets.set(id, { ...reference, file });
    return reference;
  }

  const courses = manifest.courses.map((course) => toCourse(course, shelve));
  refuseTwice(
    'course',
    courses.map((course) => course.id),
  );
  refuseTwice(
    'lecture',
    courses.flatMap(lecturesOf).map((lecture) => lecture.id),
  );
  const regions = new Map(
    manifest.courses.flatMap(({ id, regions: offeredIn }) =>
      offeredIn === undefined ? [] : [[id, offeredIn] as const],
    ),
  );
  return { courses, assets, regions };
}

/** A course's lectures in their order. */
export function lecturesOf(course: Course): readonly Lecture[] {
  return course.sections.flatMap((section) => section.lectures);
}

type Shelve = (file: ManifestFile) => AssetReference;

function toCourse(course: ManifestCourse, shelve: Shelve): Course {
  const { lectures, sections, cover, regions: _, ...head } = course;
  for (const { id, sectionId } of lectures) {
    if (!sections.some((section) => section.id === sectionId))
      throw new ManifestError(`lecture ${id} is in no section.`);
  }
  const lecturesIn = (sectionId: string) => lectures.filter((lecture) => lecture.sectionId === sectionId);
  return {
    ...head,
    cover: shelve(cover),
    sections: sections.map(({ id, title }) => ({
      id,
      title,
      lectures: lecturesIn(id).map((lecture) => toLecture(lecture, shelve)),
    })),
  };
}

function toLecture(lecture: ManifestCourse['lectures'][number], shelve: Shelve): Lecture {
  const { id, title, summary, durationMs, chapters } = lecture;
  return {
    id,
    title,
    summary,
    durationMs,
    chapters,
    cover: shelve(lecture.cover),
    captions: lecture.captions.map((file) => ({ ...shelve(file), language: file.language })),
    attachments: lecture.attachments.map((file) => ({ ...shelve(file), kind: file.kind, title: file.title })),
    media: lecture.assets.map((file) => ({ ...shelve(file), quality: file.quality })),
  };
}

function refuseTwice(what: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new ManifestError(`the ${what} id ${id} is used twice.`);
    seen.add(id);
  }
}
