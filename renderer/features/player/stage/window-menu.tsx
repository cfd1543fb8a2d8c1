import { PictureInPicture2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import { Menu } from '../../../ui/menu.tsx';
import type { PlayerActions } from '../actions.ts';
import { StageButton } from '../stage-button.tsx';
import { useStageState } from './stage-state.ts';

const kinds = ['theatre', 'picture', 'mini'] as const;

/** The shapes that the picture can have besides the full screen. */
export function WindowMenu(props: {
  readonly actions: PlayerActions;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const theatre = useStageState((state) => state.theatre);
  const labels = {
    theatre: theatre ? t('stage.leaveTheatre') : t('stage.theatre'),
    picture: t('player.picture'),
    mini: t('stage.mini'),
  };
  return (
    <Menu
      stage
      label={t('stage.window')}
      placement="top"
      onOpenChange={props.onMenu}
      entries={kinds.map((id) => ({ id, label: labels[id], detail: keys.of(id)[0] ?? '' }))}
      onPick={(id) => {
        const kind = kinds.find((each) => each === id);
        if (kind) props.actions.run({ kind });
      }}
      trigger={
        <StageButton label={t('stage.window')}>
          <PictureInPicture2 size={20} aria-hidden />
        </StageButton>
      }
    />
  );
}
