import type { PageText } from '../page-layout.ts';
import type { PageFacts } from './page-texts.ts';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The privacy policy in English. */
export function privacyInEnglish({ policy }: PageFacts): PageText {
  const [published, inForce] = [policy.publishedOn, policy.inForceFrom].map((day) => date.format(new Date(day)));
  const news = { heading: 'What is new in this version', paragraphs: policy.changes.map(({ en }) => en) };
  return {
    title: 'Privacy',
    lead: `What this service keeps of you, why, and for how long. Version ${policy.version}, published on ${published}, in force from ${inForce}.`,
    sections: [
      ...(policy.changes.length === 0 ? [] : [news]),
      {
        heading: 'What is kept',
        paragraphs: [
          'Your name and e-mail, so that you can sign in. Your birth date, and whether a guardian confirmed, because of the age rule. Which Terms you accepted, and when. Your address, phone, links and country only if you give them; you can take them back at any time.',
          'Your password only as a salted, slow hash, from which nobody can read it. You are asked for it when you sign in, and again to change the e-mail or the password or to erase the account.',
          'Of each computer you sign in on: its name and system, when that was, when it was last seen, and the keys of that session. You can see these computers and sign them out.',
          'What you rated. On which day you last asked for a lecture of a course, for 90 days, to count how many people watch it. What you watched and where you stopped only if you let your computers exchange it.',
          'What you decided about cookies and mail, what you asked us about your data, what you wrote to support, your bills, and of a card its brand and last four digits.',
          'Failed sign-ins are counted for a quarter of an hour, so that nobody can guess on and on. They are kept as keyed fingerprints, not as e-mails.',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'Essential ones keep you signed in, and are always there. Functional ones remember how you like things and count what is used; advertisement ones remember topics. Both are only kept if you allow them, and everything works without them. The app lists each by name, with what it is for and how long it lasts.',
        ],
      },
      {
        heading: 'Who else',
        paragraphs: [
          'A real service works with companies for payment, support, mail, advertising or its computers, and has to name them. The ones that this sample names are made up, and nothing is sent to anybody. The app itself speaks to nobody but this service.',
          'Counters of how the app is used come without a name, only if you allow functional cookies, and are kept as sums.',
        ],
      },
      {
        heading: 'How long',
        paragraphs: [
          'As long as you have the account. A computer that was signed out is forgotten about 90 days later; one that you asked to erase its downloads is remembered until it has heard of that, and 90 days more.',
          'When you erase the account, all of this goes at once. What a law makes us keep stays without your name: bills for ten years from their date, and that you once asked us something about your data, without your words, for one year. For one year we also keep fingerprints of the old session keys, so that your other computers learn that they are to erase.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You may see what is kept, take it with you, correct it, have its use stopped, say no to mail and to being counted, and erase the account. Old values are not kept: they are overwritten on the disk. What you ask is answered within one month; if that is not enough, we say so and why, and it takes two months more at most.',
          'Should we learn that somebody is under 18 and no guardian has confirmed, their data is deleted at once, here and on their computers.',
        ],
      },
    ],
  };
}
