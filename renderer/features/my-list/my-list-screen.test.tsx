import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ListItem } from '../../../contract/domain/browse.ts';
import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import { useToasts } from '../../lib/toasts.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { browseCard, course, done, download, lecture, ok } from '../../lib/testing/sample-answers.ts';

afterEach(() => {
  useToasts.setState({ toasts: [] });
  cleanup();
});

const listedLecture: ListItem = {
  kind: 'lecture',
  addedAtMs: 5,
  lectureId: 'l1' as LectureId,
  courseId: 'c1' as CourseId,
  lectureTitle: 'Where does a frame begin?',
  courseTitle: course.title,
  coverUrl: '',
  durationMs: 100_000,
  progress: null,
};
const listedCourse: ListItem = { kind: 'course', addedAtMs: 3, course: browseCard({ title: 'Salt' }) };

/** A list that main keeps, as far as the window sees it. */
function open(path: string, given: readonly ListItem[] = [listedLecture, listedCourse]): RunningApp {
  let list = given;
  const app: RunningApp = renderApp(
    {
      'list.read': () => ok(list),
      'list.remove': ({ thing }) => {
        const gone = list.find((item) => item.kind === thing.kind);
        list = list.filter((item) => item !== gone);
        app.bridge.emit('list.changed', null);
        return ok({ addedAtMs: gone?.addedAtMs ?? null });
      },
      'list.add': ({ thing, addedAtMs }) => {
        const back = thing.kind === 'course' ? listedCourse : listedLecture;
        list = [...list, { ...back, addedAtMs: addedAtMs ?? 9 }].toSorted((a, b) => b.addedAtMs - a.addedAtMs);
        app.bridge.emit('list.changed', null);
        return done;
      },
      'downloads.list': () => ok([download({ state: 'complete' })]),
    },
    path,
  );
  return app;
}
const titles = (): readonly (string | null)[] =>
  screen.queryAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

test('B6: the list has courses and lectures, says what plays, and undoing puts a thing back where it was', async () => {
  const app = open('/list');
  await screen.findByText('2 entries');
  expect(titles()).toEqual(['Where does a frame begin?', 'Salt']);
  screen.getByText('How Video Finds Its Place · 2 min');
  await app.user.click(screen.getByRole('button', { name: 'Remove from my list: Where does a frame begin?' }));
  await waitFor(() => {
    expect(titles()).toEqual(['Salt']);
  });
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    expect(titles()).toEqual(['Where does a frame begin?', 'Salt']);
  });
  expect(app.bridge.asked).toContainEqual({
    name: 'list.add',
    input: { thing: { kind: 'lecture', lectureId: 'l1' }, addedAtMs: 5 },
  });
});

test('B6: an empty list says how something comes on it', async () => {
  const app = open('/list', []);
  await screen.findByRole('heading', { name: 'Nothing on your list yet' });
  await app.user.click(screen.getByRole('button', { name: 'See the courses' }));
  await screen.findByRole('heading', { level: 1, name: 'Courses' });
});

test('B6: on a course page the course and each lecture go on the list', async () => {
  const app = open('/courses/c1', []);
  await app.user.click(await screen.findByRole('button', { name: 'Add to my list' }));
  await screen.findByRole('button', { name: 'Remove from my list' });
  await app.user.click(screen.getByRole('button', { name: `Add to my list: ${lecture.title}` }));
  await screen.findByRole('button', { name: `Remove from my list: ${lecture.title}` });
});

test('B6: a refusal is told, and nothing is said to be on the list', async () => {
  const app = open('/courses/c1', []);
  app.bridge.answers['list.add'] = () => ({ ok: false, error: { code: 'disk-full' } });
  await app.user.click(await screen.findByRole('button', { name: 'Add to my list' }));
  await screen.findByText(/disk is full/iu);
  expect(screen.queryByText(/^On your list/u)).toBeNull();
});
