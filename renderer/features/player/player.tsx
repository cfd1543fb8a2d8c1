import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { cx } from '../../lib/cx.ts';
import { createPlayerActions } from './actions.ts';
import { chapterSpans } from './chapters.ts';
import { Controls } from './controls.tsx';
import { pickTrack } from './cues.ts';
import { EndCard } from './end-card.tsx';
import { FeedbackWord, useFeedback } from './feedback.tsx';
import { HelpSheet } from './help-sheet.tsx';
import css from './player.module.css';
import { SidePanel } from './side-panel.tsx';
import { StageError } from './stage-error.tsx';
import { TopBar } from './top-bar.tsx';
import { useCue } from './use-cue.ts';
import { useFault } from './use-fault.ts';
import { useIdle } from './use-idle.ts';
import { useMediaSession } from './use-media-session.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { useRemember } from './use-remember.ts';
import { useSource } from './use-source.ts';
import { useVideoState, type VideoState } from './use-video-state.ts';

/** One lecture on the stage: picture, captions, controls, panel. */
export function Player(props: {
  readonly plan: PlaybackPlan;
  readonly settings: Settings;
  readonly onReopen: () => Promise<unknown>;
}): ReactNode {
  const { plan, settings } = props;
  const { i18n } = useTranslation();
  const router = useRouter();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [language, setLanguage] = useState(() => pickTrack(plan.captions, i18n.language)?.language ?? null);
  const [captionsOn, setCaptionsOn] = useState(settings.captionsOn);
  const [panelOpen, setPanelOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const [controls, setControls] = useState<HTMLDivElement | null>(null);
  const feedback = useFeedback();
  const state = useVideoState(video);
  const durationMs = state.durationMs ?? plan.durationMs;
  const spans = useMemo(() => chapterSpans(plan.chapters, durationMs), [plan.chapters, durationMs]);
  const track = plan.captions.find((each) => each.language === language) ?? null;
  const cues = useMemo(() => track?.cues ?? [], [track]);
  const cueIndex = useCue(video, cues);
  const idle = useIdle(state.playing, menuOpen || helpOpen, controls);

  const changeCaptions = useCallback((on: boolean): void => {
    setCaptionsOn(on);
    void ask('settings.update', { captionsOn: on }).catch(() => undefined);
  }, []);
  const { show } = feedback;
  const actions = useMemo(
    () =>
      createPlayerActions({
        video: () => video,
        spans,
        durationMs: () => durationMs,
        toggleCaptions: () => {
          if (plan.captions.length === 0) return null;
          changeCaptions(!captionsOn);
          return !captionsOn;
        },
        goTo: (to) => {
          const lectureId = to === 'next' ? plan.nextLectureId : plan.previousLectureId;
          if (lectureId) void router.navigate({ to: '/watch/$lectureId', params: { lectureId }, replace: true });
        },
        showHelp: () => {
          setHelpOpen(true);
        },
        feedback: show,
      }),
    [video, spans, durationMs, plan, captionsOn, changeCaptions, router, show],
  );
  const fault = useFault(video, plan.mediaUrl);
  useSource(video, plan, settings);
  useRemember(state, settings);
  useMediaSession(plan, state, actions);
  usePlayerKeys(actions, helpOpen);

  // What is already loaded still plays: a fault shows when the picture has run out.
  const error = problem(state, fault, plan.source);
  if (error) {
    return (
      <StageError
        error={error}
        lectureId={plan.lectureId}
        courseId={plan.courseId}
        busy={false}
        onRetry={() => void props.onReopen()}
      />
    );
  }
  const cue = captionsOn ? cues[cueIndex] : undefined;
  return (
    <div className={cx(css.stage, idle && css.idle, panelOpen && css.withPanel)} data-idle={idle}>
      <main className={css.picture} data-region>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the captions are drawn below, from the plan. */}
        <video
          ref={setVideo}
          className={css.video}
          poster={plan.posterUrl}
          preload="auto"
          playsInline
          onClick={() => {
            actions.run({ kind: 'toggle-play' });
          }}
          onDoubleClick={() => {
            actions.run({ kind: 'full-screen' });
          }}
        />
        {state.waiting && <span className={css.spinner} aria-hidden />}
        {cue && (
          <div className={css.captions} lang={track?.language} data-testid="captions">
            <p>{cue.text}</p>
          </div>
        )}
        <FeedbackWord feedback={feedback} />
        {state.ended && <EndCard plan={plan} actions={actions} />}
        <TopBar plan={plan} />
        <Controls
          area={setControls}
          plan={plan}
          state={state}
          durationMs={durationMs}
          spans={spans}
          actions={actions}
          captionsOn={captionsOn}
          language={language}
          panelOpen={panelOpen}
          onCaptions={(picked) => {
            if (picked !== null) setLanguage(picked);
            changeCaptions(picked !== null);
          }}
          onPanel={() => {
            setPanelOpen(!panelOpen);
          }}
          onMenu={setMenuOpen}
        />
      </main>
      {panelOpen && (
        <SidePanel
          cues={cues}
          cueLanguage={track?.language ?? null}
          spans={spans}
          positionMs={state.positionMs}
          onJump={(positionMs) => {
            actions.seekTo(positionMs);
          }}
          onClose={() => {
            setPanelOpen(false);
          }}
        />
      )}
      <HelpSheet open={helpOpen} onOpenChange={setHelpOpen} />
    </div>
  );
}

/** Why the picture cannot go on: what main told, else what the element's own failure means for such a source. */
function problem(state: VideoState, fault: AppError | null, source: PlaybackPlan['source']): AppError | null {
  if (fault && (state.failed || state.starved)) return fault;
  if (!state.failed) return null;
  return { code: source === 'downloaded' ? 'asset-damaged' : 'service-unreachable' };
}
