import type { ReactNode } from 'react';
import type { CaptionStyle } from '../../../../contract/domain/caption-style.ts';
import { cx } from '../../../lib/cx.ts';
import css from './caption-lines.module.css';

/** What is said in one language. */
export interface SpokenLines {
  readonly language: string;
  readonly texts: readonly string[];
  /** Above the main language. */
  readonly second?: boolean;
}

/** Captions in the chosen style, as they stand on the picture and in the preview. */
export function CaptionLines(props: {
  readonly style: CaptionStyle;
  readonly lines: readonly SpokenLines[];
}): ReactNode {
  const { style } = props;
  return (
    <div
      className={css.lines}
      data-size={style.size}
      data-colour={style.colour}
      data-background={style.background}
      data-edge={style.edge}
    >
      {props.lines.flatMap(({ language, texts, second }) =>
        texts.map((text, index) => (
          <p key={`${language}-${String(index)}`} lang={language} className={cx(css.line, second && css.second)}>
            {text}
          </p>
        )),
      )}
    </div>
  );
}
