/** The course “Spaced repetition: how remembering works”. */
import { tones } from '../palette.mjs';
import * as forgetting from '../figures/forgetting.mjs';
import { forgettingCurve, testingEffect } from './memory-forgetting.mjs';
import { rightMoment } from './memory-plan.mjs';

const tone = tones.clay;

/** The course with its lectures in order. @type {import('../types.mjs').Course} */
export const courseMemory = {
  id: 'course-memory',
  language: 'en',
  level: 'beginner',
  topics: ['psychology', 'learning', 'study-skills', 'science'],
  title: 'Spaced repetition: how remembering works',
  summary: 'Why we forget so regularly, and how a little practice at the right time keeps what matters.',
  description:
    'Most of us were taught what to learn and never how. This short course looks at three findings that have stood the test of time: how forgetting runs, why recalling teaches more than reading again, and why practice should be spread over days. Each comes from a real experiment, with its numbers, and each ends in something you can do this evening with a pen and a few cards.',
  lecturer: {
    id: 'edith-marlowe',
    name: 'Edith Marlowe',
    about:
      'Edith Marlowe teaches study skills at an evening college and keeps a box of four thousand cards of her own.',
  },
  publishedAt: '2025-03-10T09:00:00.000Z',
  words: { opening: 'Introduction', slides: 'Slides' },
  voice: { name: 'en-gb+f3', wordsPerMinute: 156, pitch: 46 },
  tones: tone,
  cover: forgetting.memoryCover(tone.figure),
  sections: [
    { id: 'what-forgetting-looks-like', title: 'What forgetting looks like' },
    { id: 'making-a-plan', title: 'Making a plan' },
  ],
  lectures: [forgettingCurve, testingEffect, rightMoment],
};
