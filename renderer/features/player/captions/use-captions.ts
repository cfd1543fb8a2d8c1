import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptionStyle } from '../../../../contract/domain/caption-style.ts';
import type { Settings } from '../../../../contract/domain/settings.ts';
import type { CaptionTrack } from '../../../../contract/domain/views.ts';
import { ask } from '../../../lib/api.ts';
import { pickTrack } from '../cues.ts';

/** Which captions show and how; every change is remembered for the next lecture. */
export interface Captions {
  readonly tracks: readonly CaptionTrack[];
  readonly on: boolean;
  /** The track picked, on or off; null when the lecture has none. */
  readonly first: CaptionTrack | null;
  /** Shown above the first, smaller; null for one language only. */
  readonly second: CaptionTrack | null;
  readonly style: CaptionStyle;
  /** Switches them and says what they are now; null when there are none. */
  readonly toggle: () => boolean | null;
  /** A language, or null for off. */
  readonly pick: (language: string | null) => void;
  readonly pickSecond: (language: string | null) => void;
  readonly restyle: (style: CaptionStyle) => void;
}

const remember = (change: Partial<Settings>): void => {
  void ask('settings.update', change).catch(() => undefined);
};

/** Holds the captions of one lecture, begun with what was chosen before. */
export function useCaptions(tracks: readonly CaptionTrack[], settings: Settings): Captions {
  const { i18n } = useTranslation();
  const [on, setOn] = useState(settings.captionsOn);
  const [languages, setLanguages] = useState(() => {
    const has = (language: string | null): boolean => tracks.some((track) => track.language === language);
    const kept = settings.captionLanguage;
    const first = pickTrack(tracks, kept !== null && has(kept) ? kept : i18n.language)?.language ?? null;
    const second = settings.captionSecondLanguage;
    return { first, second: has(second) && second !== first ? second : null };
  });
  const [style, setStyle] = useState(settings.captionStyle);

  const toggle = useCallback((): boolean | null => {
    if (tracks.length === 0) return null;
    setOn(!on);
    remember({ captionsOn: !on });
    return !on;
  }, [tracks, on]);
  const pick = useCallback(
    (language: string | null): void => {
      setOn(language !== null);
      if (language === null) {
        remember({ captionsOn: false });
        return;
      }
      // The language above picked for below: the two change places.
      const second = languages.second === language ? languages.first : languages.second;
      setLanguages({ first: language, second });
      const moved = second === languages.second ? {} : { captionSecondLanguage: second };
      remember({ captionsOn: true, captionLanguage: language, ...moved });
    },
    [languages],
  );
  const pickSecond = useCallback((second: string | null): void => {
    setLanguages((before) => ({ ...before, second }));
    remember({ captionSecondLanguage: second });
  }, []);
  const restyle = useCallback((next: CaptionStyle): void => {
    setStyle(next);
    remember({ captionStyle: next });
  }, []);

  return useMemo(() => {
    const of = (language: string | null): CaptionTrack | null =>
      tracks.find((track) => track.language === language) ?? null;
    return {
      tracks,
      on,
      first: of(languages.first),
      second: of(languages.second),
      style,
      toggle,
      pick,
      pickSecond,
      restyle,
    };
  }, [tracks, on, languages, style, toggle, pick, pickSecond, restyle]);
}
