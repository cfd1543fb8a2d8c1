import { ready } from './lib/dependencies.mjs';
import { command } from './lib/say.mjs';
import { guidedTour } from './lib/tour.mjs';

// npm run tour: the main job in the real app, a screenshot of each step and a report under out/tour/.
await command(async () => {
  await ready();
  return await guidedTour(process.argv.slice(2));
});
