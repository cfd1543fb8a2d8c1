import { type ReactNode, useState } from 'react';
import type { Cue } from '../../../../contract/domain/views.ts';
import { CaptionLines, type SpokenLines } from './caption-lines.tsx';
import css from './caption-layer.module.css';
import { useClearance } from './use-clearance.ts';
import type { Captions } from './use-captions.ts';
import { useSpoken } from './use-spoken.ts';

/** What is said now, on the picture: clear of the controls while they show, in one language or two. */
export function CaptionLayer(props: {
  readonly video: HTMLVideoElement | null;
  readonly captions: Captions;
  /** The controls show. */
  readonly lifted: boolean;
}): ReactNode {
  const { captions } = props;
  const [layer, setLayer] = useState<HTMLDivElement | null>(null);
  const first = useSpoken(props.video, captions.on ? captions.first : null);
  const second = useSpoken(props.video, captions.on ? captions.second : null);
  const clearance = useClearance(layer);
  const stack = (place: 'top' | 'bottom'): readonly SpokenLines[] => {
    const here = (cues: readonly Cue[]): readonly string[] =>
      cues.filter((cue) => (cue.place ?? captions.style.place) === place).map((cue) => cue.text);
    return [
      { language: captions.second?.language ?? '', texts: here(second), second: true },
      { language: captions.first?.language ?? '', texts: here(first) },
    ].filter(({ texts }) => texts.length > 0);
  };
  const spoken = (['top', 'bottom'] as const)
    .map((place) => ({ place, lines: stack(place) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <div ref={setLayer} className={css.layer}>
      {spoken.length > 0 && (
        <div data-testid="captions">
          {spoken.map(({ place, lines }) => (
            <div
              key={place}
              className={css.stack}
              data-place={place}
              style={{
                [place === 'top' ? 'insetBlockStart' : 'insetBlockEnd']: props.lifted
                  ? `calc(${String(clearance[place])}px + 8px)`
                  : '5%',
              }}
            >
              <CaptionLines style={captions.style} lines={lines} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
