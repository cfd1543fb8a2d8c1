/** The lecture on when to repeat. */
import { tones } from '../palette.mjs';
import * as spacing from '../figures/spacing.mjs';

const tone = tones.clay;

/** “The right moment to repeat”. @type {import('../types.mjs').Lecture} */
export const rightMoment = {
  id: 'right-moment',
  sectionId: 'making-a-plan',
  title: 'The right moment to repeat',
  summary: 'Why reviews should lie apart, how far, and a box of cards that works it out for you.',
  cover: spacing.spacingCover(tone.figure),
  opening: [{ text: 'We know that recalling helps.' }, { text: 'One question is left: when?' }],
  slides: [
    {
      title: 'The same hours, differently laid',
      figure: spacing.massedAndSpaced(),
      takeaway: 'Equal effort, and the spread-out kind lasts longer.',
      sentences: [
        { text: 'You may put all your practice into one evening.', step: 1 },
        {
          text: 'Or you may spread the same time over a week. Hundreds of experiments say that this is remembered longer.',
          step: 2,
        },
      ],
    },
    {
      title: 'How far apart?',
      figure: spacing.bestGap(),
      takeaway: 'The longer it must last, the longer the gap.',
      sentences: [
        { text: 'That depends on how long you need it.' },
        { text: 'For a test in a week, a review after two days or so did best.', step: 1 },
        { text: 'For a test in a year, it was a review after about a month.', step: 2 },
      ],
    },
    {
      title: 'Five boxes',
      figure: spacing.leitnerBoxes(),
      sentences: [
        { text: 'Sebastian Leitner made this into a box for cards, with five compartments.', step: 0 },
        { text: 'A card you remember moves on, and waits twice as long.', step: 1 },
        {
          text: 'A card you have forgotten goes back to the beginning. No reproach: it simply comes again tomorrow.',
          step: 2,
        },
      ],
    },
    {
      title: 'What it costs',
      figure: spacing.monthOfReviews(),
      takeaway: 'Five short looks, and a month is covered.',
      sentences: [
        { text: 'See how little this asks of you.', step: 0 },
        { text: 'Three reviews in the first week,', step: 1 },
        {
          text: 'then one in the third week and one after a month. The best moment is just before you would forget.',
          step: 2,
        },
      ],
    },
  ],
};
