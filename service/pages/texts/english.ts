import type { PageTexts } from './page-texts.ts';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The pages in English. */
export const english: PageTexts = {
  footer: 'The sample service of LECTOROOM. It runs on this computer and answers nobody else.',
  pages: {
    terms: ({ version, publishedOn }) => ({
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
    privacy: () => ({
      title: 'Privacy',
      lead: 'What this service keeps of you, why, and for how long.',
      sections: [
        {
          heading: 'What is kept',
          paragraphs: [
            'Your name and e-mail, so that you can sign in. Your birth date, and whether a guardian confirmed, because of the age rule. Which Terms you accepted, and when.',
            'Your password only as a salted, slow hash, from which nobody can read it. You are asked for it when you sign in, and again to change the e-mail or the password or to erase the account.',
            'Of each computer you sign in on: its name and system, when that was, when it was last seen, and the keys of that session. You can see these computers and sign them out.',
            'Failed sign-ins are counted for a quarter of an hour, so that nobody can guess on and on. They are kept as keyed fingerprints, not as e-mails.',
          ],
        },
        {
          heading: 'What is not kept',
          paragraphs: [
            'What you watch. Your place in a lecture stays on your own computer, in a library that is encrypted. There is no payment, no advertisement, no newsletter, no cookie, and no record of your requests.',
            'Nobody else is told anything. A real service may work with companies for payment, support, mail, advertising or its computers, and would have to name them here. This one works with none.',
          ],
        },
        {
          heading: 'How long',
          paragraphs: [
            'As long as you have the account. A computer that was signed out is forgotten about 90 days later; one that you asked to erase its downloads is remembered until it has heard of that, and 90 days more.',
          ],
        },
        {
          heading: 'Your rights',
          paragraphs: [
            'You may see what is kept, correct your name and e-mail, and erase the account. Old values are not kept: they are overwritten on the disk.',
            'Should we learn that somebody is under 18 and no guardian has confirmed, their data is deleted.',
          ],
        },
      ],
    }),
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
