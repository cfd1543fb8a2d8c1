import type { PageTexts } from './page-texts.ts';
import { privacyInEnglish } from './privacy-english.ts';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The pages in English. */
export const english: PageTexts = {
  footer: 'The sample service of LECTOROOM. It runs on this computer and answers nobody else.',
  pages: {
    terms: ({ terms: { version, publishedOn } }) => ({
      title: 'Terms',
      lead: `Version ${version}, published on ${date.format(new Date(publishedOn))}.`,
      sections: [
        {
          heading: 'A sample',
          paragraphs: [
            'This is a sample service with sample courses, made to try the app. It sells nothing, and it promises nothing beyond this page. These are not the Terms of a real LECTOROOM.',
          ],
        },
        {
          heading: 'Who may have an account',
          paragraphs: [
            'Anybody of 18 years or more. Under 18 only when a parent or guardian has confirmed; without that, nothing you typed is kept.',
          ],
        },
        {
          heading: 'What you may do',
          paragraphs: [
            'Watch the lectures, and download them to watch without a network, for yourself. A download plays only on the computer it was made on.',
            'Please keep your password to yourself. Whoever has it is you, as far as the service can see.',
          ],
        },
        {
          heading: 'When it ends',
          paragraphs: ['Whenever you like: erase the account, and everything the service keeps of you goes with it.'],
        },
      ],
    }),
    privacy: privacyInEnglish,
    'forgotten-password': () => ({
      title: 'Forgotten password',
      lead: 'The sample service sends no mail, so it cannot send you a new password.',
      sections: [
        {
          heading: 'The sample accounts',
          paragraphs: ['The sign-in screen offers them, passwords and all.'],
        },
        {
          heading: 'An account of your own',
          paragraphs: [
            'Nobody can read its password back. Start the service anew with an empty folder, and create the account again:',
            '`LECTOROOM_SERVICE_DATA=/path/to/an/empty/folder npm start`',
            'In PowerShell: `$env:LECTOROOM_SERVICE_DATA = "C:\\an\\empty\\folder"; npm start`',
            'The accounts in the old folder stay where they are, and are not used meanwhile.',
          ],
        },
      ],
    }),
  },
};
