import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Course, Lecture } from '../../../../../contract/domain/course.ts';
import { AssetId } from '../../../../../contract/domain/ids.ts';
import type { StoredContent } from '../../../../ports.ts';
import { sampleCourse, sampleLecture } from '../sample-data.ts';
import { englishCorpus } from './english.ts';
import { russianCorpus } from './russian.ts';

/** A small catalogue with everything that is said in it. */
export interface SearchCorpus {
  readonly courses: readonly Course[];
  readonly captions: readonly { readonly assetId: AssetId; readonly content: StoredContent }[];
}

/** How long each cue of the written courses lasts, and when the next begins. */
const cueMs = 6000;

/** The written courses in both languages, and the sample courses of the service with their real captions. */
export function searchCorpus(): SearchCorpus {
  const parts = [writtenCourses('en', englishCorpus), writtenCourses('ru', russianCorpus), sampleCourses()];
  return { courses: parts.flatMap(({ courses }) => courses), captions: parts.flatMap(({ captions }) => captions) };
}

function writtenCourses(language: string, text: string): SearchCorpus {
  const captions: SearchCorpus['captions'][number][] = [];
  const courses = text
    .trim()
    .split(/^# /m)
    .slice(1)
    .map((part, index) => {
      const [head = '', summary = '', ...lines] = part.trim().split('\n');
      const [title = '', name = '', topics = ''] = head.split(' | ');
      const id = `${language}-${index + 1}`;
      const lectures = lines.map((line, lectureIndex) => {
        const [lectureTitle = '', lectureSummary = '', said = ''] = line.slice(2).split(' | ');
        const lecture = withWords(`${id}-${lectureIndex + 1}`, lectureTitle, lectureSummary);
        captions.push({ assetId: captionOf(lecture), content: webVtt(said.split(' / ')) });
        return lecture;
      });
      return sampleCourse(id, lectures, {
        title,
        summary,
        language,
        topics: topics.split(', '),
        description: '',
        lecturer: { id: name, name, about: '' },
      });
    });
  return { courses, captions };
}

function sampleCourses(): SearchCorpus {
  const folder = resolve(import.meta.dirname, '..', '..', '..', '..', '..', 'service', 'samples');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    readonly courses: readonly (Pick<
      Course,
      'id' | 'title' | 'summary' | 'language' | 'topics' | 'description' | 'lecturer'
    > & {
      readonly lectures: readonly (Pick<Lecture, 'id' | 'title' | 'summary' | 'chapters'> & {
        readonly captions: readonly { readonly file: string }[];
      })[];
    })[];
  };
  const captions: SearchCorpus['captions'][number][] = [];
  const courses = manifest.courses.map(({ id, lectures, title, summary, language, topics, description, lecturer }) =>
    sampleCourse(
      id,
      lectures.map((described) => {
        const lecture = withWords(described.id, described.title, described.summary, described.chapters);
        for (const { file } of described.captions) {
          const bytes = new Uint8Array(readFileSync(join(folder, 'media', file)));
          captions.push({ assetId: captionOf(lecture), content: { mediaType: 'text/vtt', bytes } });
        }
        return lecture;
      }),
      { title, summary, language, topics, description, lecturer },
    ),
  );
  return { courses, captions };
}

function withWords(id: string, title: string, summary: string, chapters: Lecture['chapters'] = []): Lecture {
  return sampleLecture(id, { title, summary, chapters });
}

function captionOf({ id }: Lecture): AssetId {
  return AssetId.parse(`${id}.en`);
}

function webVtt(cues: readonly string[]): StoredContent {
  const time = (ms: number): string => new Date(ms).toISOString().slice(11, 23);
  const text = cues.map((words, index) => `${time(index * cueMs)} --> ${time((index + 1) * cueMs)}\n${words}\n`);
  return { mediaType: 'text/vtt', bytes: new TextEncoder().encode(`WEBVTT\n\n${text.join('\n')}`) };
}
