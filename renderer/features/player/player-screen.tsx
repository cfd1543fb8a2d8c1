import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { nothingStudied } from '../../../contract/domain/study.ts';
import type { PlaybackChoice } from '../../../contract/domain/views.ts';
import { ask } from '../../lib/api.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { refreshWatched, useRequest } from '../../lib/requests.ts';
import { Player } from './player.tsx';
import css from './player.module.css';
import { useStageHome } from './stage/use-stage-home.ts';
import { StageError } from './stage-error.tsx';

const usual: PlaybackChoice = {};

/** The player: opens one lecture, and says so in words when that cannot be. */
export function PlayerScreen({ lectureId }: { readonly lectureId: LectureId }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  useStageHome();
  const settings = useRequest('settings.read', null).data;
  const [choice, setChoice] = useState<PlaybackChoice>(usual);
  const plan = useQuery({
    queryKey: ['playback.open', { lectureId, ...choice }],
    queryFn: async () => {
      // What is not known of how it was studied keeps nobody from watching.
      const studied = ask('study.read', { lectureId }).catch(() => nothingStudied);
      return { ...(await ask('playback.open', { lectureId, ...choice })), studied: await studied };
    },
    gcTime: 0,
    staleTime: 0,
    refetchOnMount: 'always',
  });

  const reopen = (next?: PlaybackChoice): void => {
    if (next) setChoice((before) => ({ ...next, except: [...(before.except ?? []), ...(next.except ?? [])] }));
    else void plan.refetch();
  };

  // What was watched shows on the other screens when a person comes back to them.
  useEffect(
    () => () => {
      void refreshWatched(client);
    },
    [client],
  );

  // Only what nobody has before them may be removed by itself.
  useEffect(
    () => () => {
      void ask('playback.close', { lectureId }).catch(() => null);
    },
    [lectureId],
  );

  if (plan.error) {
    return (
      <StageError
        error={toAppError(plan.error)}
        lectureId={lectureId}
        busy={plan.isFetching}
        choice={choice}
        onRetry={reopen}
      />
    );
  }
  if (!plan.data || !settings || plan.isFetching) {
    return (
      <div className={css.stage} role="status" aria-label={t('player.opening')}>
        <span className={css.spinner} aria-hidden />
      </div>
    );
  }
  // Opened anew is begun anew: what was wrong with the last one is forgotten.
  return (
    <Player
      key={plan.dataUpdatedAt}
      plan={plan.data}
      studied={plan.data.studied}
      settings={settings}
      choice={choice}
      onReopen={reopen}
    />
  );
}
