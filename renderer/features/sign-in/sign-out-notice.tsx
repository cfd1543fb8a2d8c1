import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { useSignOut } from '../../lib/sign-out.ts';
import { useDelayed } from '../../lib/use-delayed.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What became of the person who just left: everything gone, or what is left by name; nothing when all was kept. */
export function SignOutNotice(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = useSignOut((state) => state.outcome);
  const erasing = outcome.kind === 'working' && outcome.erase;
  const late = useDelayed(erasing, 1000);
  const words = useErrorWords(outcome.kind === 'failed' ? outcome.error : null);
  if (words) return <ErrorNotice words={words} />;
  if (late) return <Notice spoken title={t('signOut.erasing')} />;
  if (outcome.kind !== 'done' || !outcome.report.erased) return null;
  const { remains } = outcome.report;
  if (remains.length === 0) return <Notice spoken title={t('signOut.erased')} />;
  const list = format.list(remains.map((kind) => t(`signOut.remains.${kind}`)));
  return (
    <Notice tone="amber" urgent title={t('signOut.remainsTitle')}>
      {t('signOut.remainsBody', { list })}
    </Notice>
  );
}
