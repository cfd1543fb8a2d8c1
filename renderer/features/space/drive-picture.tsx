import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorageView } from '../../../contract/domain/space.ts';
import { cx } from '../../lib/cx.ts';
import { useFormat } from '../../lib/format.ts';
import css from './drive-picture.module.css';

const parts = ['lectures', 'bin', 'other', 'free'] as const;

/** The drive as one bar, and the same in words: the words are what a screen reader reads. */
export function DrivePicture({ storage }: { readonly storage: StorageView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { downloadedBytes, binBytes, freeBytes, totalBytes } = storage;
  const bytes: Readonly<Record<(typeof parts)[number], number>> = {
    lectures: downloadedBytes - binBytes,
    bin: binBytes,
    other: Math.max(0, totalBytes - freeBytes - downloadedBytes),
    free: freeBytes,
  };
  const shown = parts.filter((part) => bytes[part] > 0);
  return (
    <div className={css.picture}>
      <div className={css.bar} aria-hidden>
        {shown.map((part) => (
          <span key={part} className={cx(css.part, css[part])} style={{ flexGrow: bytes[part] }} />
        ))}
      </div>
      <ul className={css.legend} aria-label={t('space.picture')}>
        {shown.map((part) => (
          <li key={part} className={css.entry}>
            <span className={cx(css.swatch, css[part])} aria-hidden />
            <span className={css.name}>{t(`space.part.${part}`)}</span>
            <span className={css.size}>{format.bytes(bytes[part])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
