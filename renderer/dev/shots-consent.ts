import type { Shot } from './entry-shots.ts';

/** The question of privacy, and the screen of the choices. */
export const consentShots: readonly Shot[] = [
  ['consent-first', 'account=out&consent=first', '/'],
  [
    'consent-choose',
    'account=out&consent=first',
    '/',
    async (page) => {
      await page.locator('[data-answer="choose"]').click();
      await page.locator('summary').nth(1).click();
    },
  ],
  ['consent-list-unknown', 'account=out&consent=list-unknown', '/'],
  ['consent-changed', 'consent=changed', '/'],
  ['consent-announced', 'consent=announced', '/'],
  ['choices', '', '/privacy'],
  [
    'choices-withdrawn',
    '',
    '/privacy',
    async (page) => {
      await page.getByRole('checkbox').first().press('Space');
      await page.getByText('lr_usage', { exact: false }).first().waitFor();
    },
  ],
  ['choices-broken', 'consent=broken', '/privacy'],
  ['choices-signal', 'consent=signal', '/privacy'],
];
