import { expect, test } from 'vitest';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createFakeWindow } from '../../../tests/fakes/fake-window.ts';
import type { FakeWindow } from '../../../tests/fakes/fake-window.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { WindowFacts } from '../../../contract/domain/stage.ts';
import { defaultSettings } from '../../../contract/domain/settings.ts';
import { fail, ok } from '../../../contract/result.ts';
import { composeStage } from '../../compose-stage.ts';
import type { Library } from '../../ports.ts';
import { createScreenAwake } from './screen-awake.ts';

const audible = { playing: true, audible: true };
const silent = { playing: true, audible: false };
const still = { playing: false, audible: true };

test('C6: the screen is held only while a lecture plays', () => {
  const held: boolean[] = [];
  const awake = createScreenAwake({ hold: (on) => void held.push(on) });
  awake.playing(audible);
  awake.playing(audible);
  awake.playing(still);
  awake.playing(still);
  awake.playing(silent);
  expect(held).toEqual([true, false, true]);
});

test('C6: silence that nobody sees does not hold it, sound does', () => {
  const held: boolean[] = [];
  const awake = createScreenAwake({ hold: (on) => void held.push(on) });
  awake.playing(silent);
  awake.setHidden(true);
  awake.playing(audible);
  awake.playing(silent);
  awake.setHidden(false);
  expect(held).toEqual([true, false, true, false, true]);
});

function stageOn(window: FakeWindow) {
  const held: boolean[] = [];
  const told: WindowFacts[] = [];
  const stage = composeStage({
    window,
    holdScreen: (on) => void held.push(on),
    clock: createFakeClock(),
    library: {} as Library,
    settings: {
      read: () => defaultSettings,
      load: () => Promise.resolve(defaultSettings),
      update: () => Promise.resolve(ok(defaultSettings)),
    },
    opened: () => fail('signed-out'),
    smallFile: () => Promise.resolve(fail('not-found')),
    emit: (facts) => void told.push(facts),
  });
  return { stage, held, told };
}

test('C6: a window that is minimised, closed or breaks, and an account that closes, let it go', () => {
  const window = createFakeWindow();
  const { stage, held } = stageOn(window);
  stage.playing(silent);
  window.isHidden = true;
  window.tell('visibility');
  window.isHidden = false;
  window.tell('visibility');
  window.tell('page-gone');
  stage.playing(audible);
  window.tell('closed');
  stage.playing(audible);
  stage.close();
  expect(held).toEqual([true, false, true, false, true, false, true, false]);
});

test('I2 C6: the window hears of a screen reader and of the mini window; nobody signed in gets no cover', async () => {
  const window = createFakeWindow();
  const { stage, told } = stageOn(window);
  window.screenReader = true;
  window.tell('screen-reader');
  expect(await stage.setMini(true)).toEqual({ mini: true, screenReader: true });
  await stage.setMini(false);
  expect(told).toEqual([
    { mini: false, screenReader: true },
    { mini: true, screenReader: true },
    { mini: false, screenReader: true },
  ]);
  expect(await stage.artwork('l1' as LectureId)).toEqual(fail('signed-out'));
});
