import { vi } from 'vitest';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { course, lecture } from './sample-answers.ts';

/** A lecture of 100 s without captions and chapters, left at 41 s. */
export const samplePlan: PlaybackPlan = {
  lectureId: lecture.id,
  courseId: course.id,
  title: lecture.title,
  courseTitle: course.title,
  lecturerName: 'Maria Ferrer',
  mediaUrl: 'lecture://media/opaque',
  mediaType: 'video/mp4',
  quality: '720p',
  source: 'downloaded',
  posterUrl: '',
  durationMs: 100_000,
  positionMs: 41_000,
  chapters: [],
  captions: [],
  previousLectureId: null,
  nextLectureId: null,
};

/** Lets the video element, which has no media in jsdom, answer like one of 100 s that is loaded. */
export function mockVideo(): void {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue(undefined);
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue(undefined);
  vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue(undefined);
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(4);
  vi.spyOn(HTMLMediaElement.prototype, 'duration', 'get').mockReturnValue(100);
}
