// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CourseId } from '../../../../contract/domain/ids.ts';
import type { RecommendationReason, RecommendedCourse } from '../../../../contract/domain/recommendation.ts';
import { fail } from '../../../../contract/result.ts';
import type { Answers } from '../../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../../lib/testing/render-app.tsx';
import { course, done, ok, sampleSettings } from '../../../lib/testing/sample-answers.ts';

afterEach(cleanup);

const because = { courseId: 'c1' as CourseId, courseTitle: 'How Video Finds Its Place' };
const item = (title: string, reason: RecommendationReason): RecommendedCourse => ({
  course: { ...course, id: title.toLowerCase() as CourseId, title },
  reason,
});
const all = [
  item('Memory', { kind: 'watched', ...because }),
  item('Files', { kind: 'next-level', ...because }),
  item('Maps', { kind: 'lecturer', lecturerName: 'Maria Ferrer' }),
  item('Choir', { kind: 'topic', topic: 'file-formats' }),
];
/** A main that remembers what was dismissed. */
function remembering(): Answers {
  const dismissed = new Set<string>();
  return {
    'recommendations.read': () => ok({ state: 'ready', items: all.filter(({ course }) => !dismissed.has(course.id)) }),
    'recommendations.dismiss': ({ courseId }) => {
      dismissed.add(courseId);
      return done;
    },
    'recommendations.restore': ({ courseId }) => {
      dismissed.delete(courseId);
      return done;
    },
  };
}
const russian: Answers = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) };
const row = (name = 'For you'): Promise<HTMLElement> => screen.findByRole('region', { name });
const titles = (region: HTMLElement): readonly (string | null)[] =>
  within(region)
    .queryAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);
const asked = (app: RunningApp, name: string): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === name).map((each) => each.input);
async function pick(app: RunningApp, title: string, entry: string): Promise<void> {
  await app.user.click(await screen.findByRole('button', { name: `About the recommendation of “${title}”` }));
  await app.user.click(await screen.findByRole('menuitem', { name: entry }));
}

test('B5: each recommended course says why, in both languages', async () => {
  renderApp(remembering());
  const region = await row();
  await within(region).findByText('Because you watched “How Video Finds Its Place”');
  within(region).getByText('The next step after “How Video Finds Its Place”');
  within(region).getByText('You have watched Maria Ferrer before');
  within(region).getByText('You often watch courses about file formats');
  expect(titles(region)).toEqual(['Memory', 'Files', 'Maps', 'Choir']);
  cleanup();
  renderApp({ ...remembering(), ...russian });
  await within(await row('Для вас')).findByText('Потому что вы смотрели «How Video Finds Its Place»');
});

test('B5: "not interested" takes the card away at once, the focus to the next, and undo brings it back to its place', async () => {
  const app = renderApp(remembering());
  const region = await row();
  await pick(app, 'Files', 'Not interested');
  await waitFor(() => expect(titles(region)).toEqual(['Memory', 'Maps', 'Choir']));
  expect(asked(app, 'recommendations.dismiss')).toEqual([{ courseId: 'files' }]);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Maps'));
  await screen.findByText('“Files” will not be recommended again.');
  // The others stay where they are: nothing was asked for anew.
  expect(asked(app, 'recommendations.read')).toHaveLength(1);
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(titles(region)).toEqual(['Memory', 'Files', 'Maps', 'Choir']));
  expect(asked(app, 'recommendations.restore')).toEqual([{ courseId: 'files' }]);
});

test('B5: what could not be dismissed is told and stays', async () => {
  const app = renderApp({ ...remembering(), 'recommendations.dismiss': () => fail('disk-full') });
  const region = await row();
  await pick(app, 'Memory', 'Not interested');
  await waitFor(() => expect(asked(app, 'recommendations.read')).toHaveLength(2));
  await waitFor(() => expect(titles(region)).toContain('Memory'));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('B5: "why this" tells what it is computed from and that it stays here, by keys alone, and leads to its switch', async () => {
  const app = renderApp(remembering());
  const button = await screen.findByRole('button', { name: 'About the recommendation of “Memory”' });
  button.focus();
  await app.user.keyboard('{Enter}');
  await screen.findByRole('menu');
  await app.user.keyboard('{Enter}');
  const why = await screen.findByRole('dialog', { name: 'Why “Memory”?' });
  expect(why.textContent).toContain('Because you watched “How Video Finds Its Place”.');
  expect(why.textContent).toContain('never leaves it');
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
  await pick(app, 'Memory', 'Why this?');
  await app.user.click(await screen.findByRole('button', { name: 'Change this in the settings' }));
  const section = await screen.findByRole('region', { name: 'Recommendations' });
  await waitFor(() => expect(document.activeElement).toBe(section));
});

test('B5: who watched nothing yet reads a sentence; where nothing is alike there is no row', async () => {
  renderApp();
  await within(await row()).findByText('Watch a lecture or two, and courses like them will appear here.');
  cleanup();
  const app = renderApp({ 'recommendations.read': () => ok({ state: 'ready', items: [] }) });
  await screen.findByRole('region', { name: 'Courses' });
  await waitFor(() => expect(screen.queryByRole('region', { name: 'For you' })).toBeNull());
  expect(asked(app, 'recommendations.read')).toHaveLength(1);
});

test('B5: who watched nothing yet is shown what is popular, and reads that it was not chosen from what they watched', async () => {
  const app = renderApp({
    'recommendations.read': () => ok({ state: 'ready', items: [item('Memory', { kind: 'popular' })] }),
  });
  await within(await row()).findByText('Popular with learners');
  await pick(app, 'Memory', 'Why this?');
  const why = await screen.findByRole('dialog', { name: 'Why “Memory”?' });
  expect(why.textContent).toContain('many learners watch');
  expect(why.textContent).not.toContain('chosen from what you watched');
});

test('B5: switched off, home does not even ask; switched on again, it does', async () => {
  const off = { ...sampleSettings, recommendations: false };
  const app = renderApp({ ...remembering(), 'settings.read': () => ok(off) });
  await screen.findByRole('region', { name: 'Courses' });
  expect(screen.queryByRole('region', { name: 'For you' })).toBeNull();
  expect(asked(app, 'recommendations.read')).toEqual([]);
  app.bridge.emit('settings.changed', sampleSettings);
  await within(await row()).findByText('You often watch courses about file formats');
  app.bridge.emit('settings.changed', off);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'For you' })).toBeNull());
});
