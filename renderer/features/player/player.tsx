import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { StudyView } from '../../../contract/domain/study.ts';
import type { PlaybackChoice, PlaybackPlan } from '../../../contract/domain/views.ts';
import { cx } from '../../lib/cx.ts';
import { createPlayerActions } from './actions.ts';
import { CaptionLayer } from './captions/caption-layer.tsx';
import { useCaptions } from './captions/use-captions.ts';
import { chapterSpans } from './chapters.ts';
import { Controls } from './controls.tsx';
import { EndCard } from './end-card.tsx';
import { FeedbackWord, useFeedback } from './feedback.tsx';
import { HelpSheet } from './help-sheet.tsx';
import css from './player.module.css';
import { useJumpIn } from './notes/use-jump-in.ts';
import { usePlayerNotes } from './notes/use-player-notes.tsx';
import { MiniControls } from './stage/mini-controls.tsx';
import { setTheatre } from './stage/stage-state.ts';
import { useScreenAwake } from './stage/use-screen-awake.ts';
import { useSleep } from './stage/use-sleep.ts';
import { useStage } from './stage/use-stage.ts';
import { type PanelTab, SidePanel } from './side-panel.tsx';
import { playerProblem } from './source/player-problem.ts';
import { usePlaying } from './source/use-playing.ts';
import { StageError } from './stage-error.tsx';
import { TopBar } from './top-bar.tsx';
import { useTranscript } from './transcript/use-transcript.ts';
import { useStudy } from './study/use-study.ts';
import { useIdle } from './use-idle.ts';
import { useMediaSession } from './use-media-session.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { useRemember } from './use-remember.ts';
import { useSource } from './use-source.ts';
import { useVideoState } from './use-video-state.ts';

/** One lecture on the stage: picture, captions, controls, panel. */
export function Player(props: {
  readonly plan: PlaybackPlan;
  readonly studied: StudyView;
  readonly settings: Settings;
  readonly choice: PlaybackChoice;
  /** Opens it anew, as it was or otherwise. */
  readonly onReopen: (choice?: PlaybackChoice) => void;
}): ReactNode {
  const { settings } = props;
  const router = useRouter();
  const { takeScreen, video, plan, fault, looking } = usePlaying(props.plan);
  const [panelOpen, setPanelOpen] = useState(false);
  const [tab, setTab] = useState<PanelTab>('transcript');
  const [helpOpen, setHelpOpen] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const panelButton = useRef<HTMLButtonElement>(null);
  const [controls, setControls] = useState<HTMLDivElement | null>(null);
  const feedback = useFeedback();
  const state = useVideoState(video);
  const durationMs = state.durationMs ?? plan.durationMs;
  const spans = useMemo(() => chapterSpans(plan.chapters, durationMs), [plan.chapters, durationMs]);
  const captions = useCaptions(plan.captions, settings);
  const transcript = useTranscript(captions);

  const study = useStudy(video, plan, props.studied, settings);
  const { skipMs, frameSeconds, setLoop } = study;
  const keepRate = study.rate.keep;
  const { show } = feedback;
  const { toggle: toggleCaptions } = captions;
  const stage = useStage(show);
  const withPanel = panelOpen && stage.mode === 'window';
  const notes = usePlayerNotes({
    plan,
    video,
    durationMs,
    shown: withPanel && tab === 'notes',
    show: () => {
      // In theatre and in the mini window there is no room to write.
      stage.leave();
      setTab('notes');
      setPanelOpen(true);
    },
  });
  const { add: addNote } = notes;
  const idle = useIdle(state.playing, menuOpen || helpOpen || stage.screenReader, controls);
  const actions = useMemo(
    () =>
      createPlayerActions({
        video: () => video,
        spans,
        durationMs: () => durationMs,
        toggleCaptions,
        goTo: (to) => {
          const lectureId = to === 'next' ? plan.nextLectureId : plan.previousLectureId;
          if (!lectureId) show({ kind: 'stage', word: { of: 'no-lecture', to } });
          else void router.navigate({ to: '/watch/$lectureId', params: { lectureId }, replace: true });
        },
        addNote,
        showHelp: () => {
          setHelpOpen(true);
        },
        stage: stage.run,
        feedback: show,
        skipMs,
        frameSeconds,
        setLoop,
        keepRate,
      }),
    [
      video,
      spans,
      durationMs,
      plan,
      toggleCaptions,
      router,
      show,
      skipMs,
      frameSeconds,
      setLoop,
      keepRate,
      addNote,
      stage.run,
    ],
  );
  useSource(video, plan, { ...settings, playbackRate: study.rate.course ?? study.rate.usual }, study.watched.save);
  useJumpIn(video, plan);
  useRemember(state, settings);
  useMediaSession(plan, state, actions);
  usePlayerKeys(actions, helpOpen);

  // What is already loaded still plays: a fault shows when the picture has run out.
  const error = playerProblem(state, { fault, looking, plan });
  useSleep(video);
  useScreenAwake(state.playing && error === null, !state.muted && state.volume > 0);
  if (error) {
    return (
      <StageError
        error={error}
        lectureId={plan.lectureId}
        courseId={plan.courseId}
        busy={false}
        onRetry={props.onReopen}
        quality={plan.quality}
        choice={props.choice}
      />
    );
  }
  const around = { area: setControls, plan, state, durationMs, spans, actions, study };
  return (
    <div
      className={cx(css.stage, idle && css.idle, withPanel && css.withPanel)}
      data-idle={idle}
      data-mode={stage.mode}
      data-held={stage.screenReader || undefined}
    >
      <main className={css.picture} data-region>
        {/* The video itself, which may give way to another one; the captions are drawn below, from the plan. */}
        <div
          ref={takeScreen}
          role="presentation"
          className={css.screen}
          onClick={() => {
            actions.run({ kind: 'toggle-play' });
          }}
          onDoubleClick={() => {
            actions.run({ kind: 'full-screen' });
          }}
        />
        {state.waiting && <span className={css.spinner} aria-hidden />}
        {!state.ended && <CaptionLayer key={stage.mode} video={video} captions={captions} lifted={!idle} />}
        <FeedbackWord feedback={feedback} />
        {state.ended && <EndCard plan={plan} actions={actions} settings={settings} />}
        {stage.mode === 'mini' ? (
          <MiniControls {...around} captionsOn={captions.on} />
        ) : (
          <>
            <TopBar plan={plan} />
            <Controls
              {...around}
              marks={notes.marks}
              captions={captions}
              found={withPanel ? transcript.found : null}
              panelOpen={withPanel}
              panelButton={panelButton}
              onPanel={() => {
                setTheatre(false);
                setPanelOpen(!withPanel);
              }}
              onMenu={setMenuOpen}
            />
          </>
        )}
      </main>
      {withPanel && (
        <SidePanel
          tab={tab}
          onTab={setTab}
          notes={notes.panel}
          transcript={transcript}
          spans={spans}
          positionMs={state.positionMs}
          onJump={(positionMs) => {
            actions.seekTo(positionMs);
          }}
          onNote={notes.quote}
          onClose={(by) => {
            setPanelOpen(false);
            // Who came with the pointer goes on with Space for play and pause.
            if (by === 'keyboard') panelButton.current?.focus();
          }}
        />
      )}
      <HelpSheet open={helpOpen} onOpenChange={setHelpOpen} />
    </div>
  );
}
