import { useCallback, useEffect, useMemo } from 'react';
import { assertNever } from '../../../../contract/result.ts';
import { ask } from '../../../lib/api.ts';
import { useRequest } from '../../../lib/requests.ts';
import type { Feedback } from '../actions.ts';
import { belongsToFocus, type StageCommand } from '../keyboard.ts';
import { setTheatre, tenMinutesMore, useStageState } from './stage-state.ts';
import type { StageWord } from './stage-words.ts';
import { toggleFullScreen, togglePicture } from './windows.ts';

/** How much of the screen the picture has. */
export type StageMode = 'window' | 'theatre' | 'mini';

/** The shape of the stage, and what changes it. */
export interface Stage {
  readonly mode: StageMode;
  readonly screenReader: boolean;
  readonly run: (command: StageCommand, video: HTMLVideoElement) => void;
  /** Gives the window its usual shape, with room beside the picture. */
  readonly leave: () => void;
}

const notMini = { mini: false, screenReader: false } as const;

/** Theatre, mini window, full screen, picture in picture and the sleep timer as commands; Esc leaves full screen, theatre and the mini window. */
export function useStage(feedback: (what: Feedback) => void): Stage {
  const facts = useRequest('window.read', null).data ?? notMini;
  const theatre = useStageState((state) => state.theatre);
  const { mini } = facts;
  const mode: StageMode = mini ? 'mini' : theatre ? 'theatre' : 'window';

  const tell = useCallback(
    (word: StageWord) => {
      feedback({ kind: 'stage', word });
    },
    [feedback],
  );
  const shape = useCallback(
    async (on: boolean): Promise<void> => {
      if (on && document.fullscreenElement) await toggleFullScreen();
      const now = await ask('window.mini', { on }).catch(() => null);
      tell(now?.mini === on ? { of: 'mini', on } : { of: 'refused', what: 'mini' });
    },
    [tell],
  );
  const run = useCallback(
    (command: StageCommand, video: HTMLVideoElement): void => {
      switch (command) {
        case 'mini':
          void shape(!mini);
          return;
        case 'theatre':
          if (mini) void shape(false);
          setTheatre(mini || !theatre);
          tell({ of: 'theatre', on: mini || !theatre });
          return;
        case 'full-screen':
          void (async () => {
            if (mini) await shape(false);
            const on = await toggleFullScreen();
            tell(on === null ? { of: 'refused', what: 'full-screen' } : { of: 'full-screen', on });
          })();
          return;
        case 'picture':
          void togglePicture(video).then((on) => {
            tell(on === null ? { of: 'refused', what: 'picture' } : { of: 'picture', on });
          });
          return;
        case 'sleep': {
          const leftMs = ((video.duration - video.currentTime) / video.playbackRate) * 1000;
          tell({ of: 'sleep', leftMs: tenMinutesMore(Date.now(), Number.isFinite(leftMs) ? leftMs : 0) });
          return;
        }
        default:
          assertNever(command);
      }
    },
    [mini, theatre, shape, tell],
  );

  const leave = useCallback((): void => {
    if (mini) void shape(false);
    setTheatre(false);
  }, [mini, shape]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape' || event.defaultPrevented) return;
      if (belongsToFocus(event.code, event.target)) return;
      const full = Boolean(document.fullscreenElement);
      if (!full && mode === 'window') return;
      event.preventDefault();
      // The system leaves the full screen by itself where it hears the key first; a remote keyboard or an aid may speak to the page alone.
      if (full) void toggleFullScreen();
      else if (mode === 'mini') void shape(false);
      else {
        setTheatre(false);
        tell({ of: 'theatre', on: false });
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [mode, shape, tell]);
  const { screenReader } = facts;
  return useMemo(() => ({ mode, screenReader, run, leave }), [mode, screenReader, run, leave]);
}
