// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import type { CourseDetail, LectureRow } from '../../../contract/domain/views.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { course, lecture, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { contentsOf } from './course-contents.ts';

afterEach(cleanup);

const row = (id: string, part: Partial<LectureRow> = {}): LectureRow => ({
  ...lecture,
  id: id as LectureId,
  title: id,
  captionLanguages: [],
  attachments: [],
  ...part,
});
const file = (kind: 'slides' | 'other', id: string): LectureRow['attachments'][number] => ({
  id: id as AssetId,
  kind,
  title: id,
  sizeBytes: 1,
});
const of = (...lectures: readonly LectureRow[]): CourseDetail => ({
  ...course,
  sections: [
    { id: 's', title: 'First', lectures: lectures.slice(0, 1) },
    { id: 't', title: 'Second', lectures: lectures.slice(1) },
  ],
});
const whole = of(
  row('a', {
    captionLanguages: ['en', 'ru'],
    attachments: [file('slides', 'p'), file('slides', 'q'), file('other', 'r')],
    qualities: [
      { quality: 'audio', sizeBytes: 1 },
      { quality: '360p', sizeBytes: 2 },
    ],
  }),
  row('b', { captionLanguages: ['en'], qualities: [{ quality: '720p', sizeBytes: 3 }] }),
);
const shown = async (title: string): Promise<readonly (string | null)[]> => {
  const heading = await screen.findByRole('heading', { level: 2, name: title });
  const list = heading.nextElementSibling;
  if (!(list instanceof HTMLElement)) throw new Error('there is no list');
  return within(list)
    .getAllByRole('listitem')
    .map((line) => line.textContent);
};

test('B2: what comes with a course is summed up over its sections: the best picture, languages whole and in part, slides by lecture', () => {
  expect(contentsOf(whole)).toEqual({
    lectureCount: 2,
    captionLanguages: ['en'],
    partlyCaptioned: [{ language: 'ru', lectureCount: 1 }],
    withSlidesCount: 1,
    otherFileCount: 1,
    bestVideo: '720p',
    hasSoundOnly: true,
  });
  expect(contentsOf(of(row('a', { qualities: [{ quality: 'audio', sizeBytes: 1 }] })))).toMatchObject({
    bestVideo: null,
    captionLanguages: [],
  });
});

test('B2: the course page says what a person gets', async () => {
  renderApp({ 'catalogue.course': () => ok(whole) }, '/courses/c1');
  expect(await shown('What you get')).toEqual([
    'Video up to 720p',
    'Sound only, for listening on the way',
    'Captions and a transcript to search, in English',
    'Captions in Russian with 1 of 2 lectures',
    'Slides with 1 lecture',
    '1 more file',
    'Every lecture can be downloaded and plays without a network',
  ]);
});

test('B2: nothing is promised that is not there, nor where the course is not offered; in Russian', async () => {
  const poor = { ...of(row('a', { qualities: [{ quality: '360p', sizeBytes: 1 }] })), available: false };
  const russian = () => ok({ ...sampleSettings, language: 'ru' as const });
  renderApp({ 'catalogue.course': () => ok(poor), 'settings.read': russian }, '/courses/c1');
  expect(await shown('Что входит в курс')).toEqual(['Видео до 360p']);
});
