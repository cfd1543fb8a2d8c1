import { fireEvent, screen, waitFor } from '@testing-library/react';
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
  vi.spyOn(HTMLVideoElement.prototype, 'videoWidth', 'get').mockReturnValue(1280);
}

/** The video of a player that has come up and listens to it. */
export async function shownVideo(): Promise<HTMLVideoElement> {
  await screen.findByRole('slider', { name: 'Place in the lecture' });
  return await waitFor(() => {
    const video = document.querySelector('video');
    if (!video?.hasAttribute('src')) throw new Error('no video');
    return video;
  });
}

/** The same, when it knows how long it is. */
export async function loadedVideo(): Promise<HTMLVideoElement> {
  const video = await shownVideo();
  fireEvent(video, new Event('loadedmetadata'));
  return video;
}
