import { createHash } from 'node:crypto';
import type { AssetReference, Course, Lecture } from '../../../../../contract/domain/course.ts';
import { heldAssets } from './held-assets.ts';
import type { AssetKind, LibraryStatements, LibraryTables } from './tables.ts';

type LectureRow = LibraryTables['lectures'];
type AssetRow = LibraryTables['assets'];

/** Makes the writer of a delta's courses; it answers false for a course that is in the library exactly so already. */
export function createCourseWriter(store: LibraryStatements): (course: Course) => boolean {
  const { build } = store;
  const writeLecture = lectureWriter(store);
  const writeAsset = assetWriter(store);

  function writeHead(course: Course, fingerprint: string): void {
    const { sections: _, ...head } = course;
    const row = { published_at: course.publishedAt, head: JSON.stringify(head), fingerprint, withdrawn: 0 as const };
    store.run(
      build
        .insertInto('courses')
        .values({ id: course.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
    );
  }

  /** Lectures that another course had before move here; those not named again stay marked, the sweep decides about them. */
  function writeLectures(course: Course): void {
    store.run(build.updateTable('lectures').set({ withdrawn: 1 }).where('course_id', '=', course.id));
    store.run(build.deleteFrom('sections').where('course_id', '=', course.id));
    for (const [sectionPosition, { id, title, lectures }] of course.sections.entries()) {
      store.run(build.insertInto('sections').values({ course_id: course.id, position: sectionPosition, id, title }));
      for (const [position, lecture] of lectures.entries()) {
        writeLecture(rowOfLecture(course, sectionPosition, position, lecture));
      }
    }
  }

  /** A file that a download holds, or the bin, or that plays until another quality is whole, stays known even when the service has replaced it. */
  function writeAssets(course: Course): void {
    const lectures = build
      .selectFrom('lectures')
      .select('id')
      .where('course_id', '=', course.id)
      .where('withdrawn', '=', 0);
    store.run(build.deleteFrom('assets').where('course_id', '=', course.id));
    store.run(build.deleteFrom('assets').where('lecture_id', 'in', lectures).where('id', 'not in', heldAssets(store)));
    writeAsset(rowOfAsset({ course_id: course.id, lecture_id: null }, 'cover', course.cover));
    for (const lecture of course.sections.flatMap((section) => section.lectures)) {
      const owner = { course_id: null, lecture_id: lecture.id };
      writeAsset(rowOfAsset(owner, 'cover', lecture.cover));
      for (const asset of lecture.media) writeAsset(rowOfAsset(owner, 'media', asset));
      for (const asset of lecture.captions) writeAsset(rowOfAsset(owner, 'caption', asset));
      for (const asset of lecture.attachments) writeAsset(rowOfAsset(owner, 'attachment', asset));
    }
  }

  return (course) => {
    const fingerprint = createHash('sha256').update(JSON.stringify(course)).digest('hex');
    const query = build.selectFrom('courses').select(['fingerprint', 'withdrawn']).where('id', '=', course.id);
    const known = store.first(query);
    if (known?.fingerprint === fingerprint && known.withdrawn === 0) return false;
    writeHead(course, fingerprint);
    writeLectures(course);
    writeAssets(course);
    return true;
  };
}

function lectureWriter(store: LibraryStatements): (row: LectureRow) => void {
  const columns = [
    'id',
    'course_id',
    'section_position',
    'position',
    'title',
    'duration_ms',
    'cover_asset_id',
    'lecture',
    'withdrawn',
  ] as const;
  return store.forEachRow<LectureRow>(columns, (slots) => {
    const { id: _, ...changed } = slots;
    return store.build
      .insertInto('lectures')
      .values(slots)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed));
  });
}

function assetWriter(store: LibraryStatements): (row: AssetRow) => void {
  const columns = ['id', 'course_id', 'lecture_id', 'kind', 'media_type', 'size_bytes', 'sha256'] as const;
  return store.forEachRow<AssetRow>(columns, (slots) => {
    const { id: _, course_id: __, lecture_id: ___, ...changed } = slots;
    return store.build
      .insertInto('assets')
      .values(slots)
      .onConflict((conflict) => conflict.columns(['lecture_id', 'id']).doUpdateSet(changed));
  });
}

function rowOfLecture(course: Course, sectionPosition: number, position: number, lecture: Lecture): LectureRow {
  return {
    id: lecture.id,
    course_id: course.id,
    section_position: sectionPosition,
    position,
    title: lecture.title,
    duration_ms: lecture.durationMs,
    cover_asset_id: lecture.cover.id,
    lecture: JSON.stringify(lecture),
    withdrawn: 0,
  };
}

function rowOfAsset(
  owner: Pick<AssetRow, 'course_id' | 'lecture_id'>,
  kind: AssetKind,
  asset: AssetReference,
): AssetRow {
  return {
    ...owner,
    id: asset.id,
    kind,
    media_type: asset.mediaType,
    size_bytes: asset.sizeBytes,
    sha256: asset.sha256,
  };
}
