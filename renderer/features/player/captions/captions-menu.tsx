import { ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { type MenuPart, MenuOfParts } from '../../../ui/menu-of-parts.tsx';
import { CaptionStylePanel } from './caption-style-panel.tsx';
import type { Captions } from './use-captions.ts';

const off = 'off';

/** Which captions, a second language above them, and how they look. */
export function CaptionsMenu(props: {
  readonly captions: Captions;
  readonly className: string;
  /** Told while the menu or the panel of the style is open. */
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { captions, onMenu } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const [styleOpen, setStyleOpen] = useState(false);
  const open = menuOpen || styleOpen;
  useEffect(() => {
    if (!open) return undefined;
    onMenu(true);
    return () => {
      onMenu(false);
    };
  }, [open, onMenu]);
  const named = captions.tracks.map((track) => ({ id: track.language, label: format.language(track.language) }));
  const first = captions.on ? captions.first : null;
  const parts: MenuPart[] = [
    {
      id: 'first',
      title: t('player.captionsLanguage'),
      entries: [{ id: off, label: t('player.captionsNone') }, ...named],
      chosen: first?.language ?? off,
      onPick: (id) => {
        captions.pick(id === off ? null : id);
      },
    },
  ];
  if (first && named.length > 1) {
    parts.push({
      id: 'second',
      title: t('captions.second'),
      entries: [{ id: off, label: t('captions.secondNone') }, ...named.filter(({ id }) => id !== first.language)],
      chosen: captions.second?.language ?? off,
      onPick: (id) => {
        captions.pickSecond(id === off ? null : id);
      },
    });
  }
  parts.push({
    id: 'style',
    entries: [{ id: 'style', label: t('captions.openStyle') }],
    onPick: () => {
      setStyleOpen(true);
    },
  });
  return (
    <>
      <MenuOfParts
        stage
        label={t('captions.menu')}
        placement="top"
        onOpenChange={setMenuOpen}
        parts={parts}
        trigger={
          <Button ref={trigger} className={props.className} aria-label={t('captions.menu')}>
            <ChevronUp size={16} aria-hidden />
          </Button>
        }
      />
      <CaptionStylePanel
        trigger={trigger}
        open={styleOpen}
        onOpenChange={setStyleOpen}
        style={captions.style}
        onStyle={captions.restyle}
      />
    </>
  );
}
