/** The course “How seeking in video works”. */
import { tones } from '../palette.mjs';
import * as click from '../figures/click.mjs';
import { keyframes, containers } from './seeking-file.mjs';
import { byteRanges, clickToPicture } from './seeking-moment.mjs';

const tone = tones.green;

/** The course with its lectures in order. @type {import('../types.mjs').Course} */
export const courseSeeking = {
  id: 'course-seeking',
  language: 'en',
  level: 'intermediate',
  topics: ['video', 'file-formats', 'networks'],
  title: 'How seeking in video works',
  summary: 'What happens between a click on the bar and the picture you wanted.',
  description:
    'You click, and the lecture goes on from there. In four short lectures we look behind that click: how a picture is stored with the help of its neighbours, how a file keeps its own table of contents, how a player asks a server for a few bytes out of many, and how all of this meets in a fraction of a second. You need no mathematics, only some curiosity about the files you use every day.',
  lecturer: {
    id: 'maren-oldfield',
    name: 'Maren Oldfield',
    about:
      'Maren Oldfield has written media players for fifteen years and is still pleased each time a picture appears exactly where it was asked for.',
  },
  publishedAt: '2025-02-03T09:00:00.000Z',
  words: { opening: 'Introduction', slides: 'Slides' },
  voice: { name: 'en-us', wordsPerMinute: 158, pitch: 42 },
  tones: tone,
  cover: click.seekingCover(tone.figure, tone.ground),
  sections: [
    { id: 'inside-the-file', title: 'Inside the file' },
    { id: 'finding-the-moment', title: 'Finding the moment' },
  ],
  lectures: [keyframes, containers, byteRanges, clickToPicture],
};
