import { browseShots } from './shots-browse.ts';
import { consentShots } from './shots-consent.ts';
import { historyShots } from './shots-history.ts';
import { eraseShots } from './shots-erase.ts';
import { exportShots } from './shots-export.ts';
import { networkShots } from './shots-network.ts';
import { statisticsShots } from './shots-statistics.ts';
import { yourDataShots } from './shots-your-data.ts';
import { recommendationShots } from './shots-recommendations.ts';
import { searchShots } from './shots-search.ts';
import { spaceShots } from './shots-space.ts';

/** The pictures of every room that has a list of its own. */
export const screenShots = [
  ...browseShots,
  ...consentShots,
  ...historyShots,
  ...eraseShots,
  ...exportShots,
  ...networkShots,
  ...statisticsShots,
  ...yourDataShots,
  ...recommendationShots,
  ...searchShots,
  ...spaceShots,
];
