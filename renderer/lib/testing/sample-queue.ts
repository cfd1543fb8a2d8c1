import { screen } from '@testing-library/react';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { RunningApp } from './render-app.tsx';
import { download } from './sample-answers.ts';

/** A download that waits its turn at this place of the queue; its id is its title. */
export function named(name: string, place: number | null, part: Partial<DownloadItem> = {}): DownloadItem {
  return download({
    lectureId: name as LectureId,
    lectureTitle: name,
    state: 'queued',
    receivedBytes: 0,
    bytesPerSecond: null,
    waitsFor: { kind: 'turn' },
    place,
    ...part,
  });
}

/** A queue of three. */
export const three = [named('One', 1), named('Two', 2), named('Three', 3)];

/** The titles of the lines on screen, in their order. */
export function titlesShown(): readonly (string | null)[] {
  return screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
}

/** What main was asked for under this name, in its order. */
export function askedFor(app: RunningApp, name: string): readonly unknown[] {
  return app.bridge.asked.filter((each) => each.name === name).map(({ input }) => input);
}
