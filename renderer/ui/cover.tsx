import { type ReactNode, useState } from 'react';
import { cx } from '../lib/cx.ts';
import css from './cover.module.css';

/** A 16:9 cover; where the picture cannot be had, the first letter of the title stands in. */
export function Cover(props: {
  readonly url: string;
  readonly title: string;
  readonly className?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const missing = props.url === '' || failedUrl === props.url;
  return (
    <span className={cx(css.cover, props.className)}>
      {missing ? (
        <span className={css.letter} aria-hidden>
          {props.title.trim().slice(0, 1)}
        </span>
      ) : (
        <img
          className={css.picture}
          src={props.url}
          alt=""
          decoding="async"
          draggable={false}
          onError={() => {
            setFailedUrl(props.url);
          }}
        />
      )}
      {props.children}
    </span>
  );
}
