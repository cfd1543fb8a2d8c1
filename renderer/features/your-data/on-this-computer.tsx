import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldKind } from '../../../contract/domain/held-data.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { KindRow } from './kind-row.tsx';
import css from './your-data.module.css';

/** What the app itself has, kind by kind. */
export function OnThisComputer(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRequest('data.overview', null);
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  const held = query.data;
  const isHeld = ({ count }: HeldKind): boolean => count > 0;
  const missing = held?.kinds.filter((kind) => !isHeld(kind)) ?? [];
  return (
    <Block title={t('yourData.here')}>
      {error && <ErrorNotice words={error} onAction={() => void query.refetch()} />}
      {query.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.skeleton}>
            {[1, 2, 3, 4, 5].map((line) => (
              <Skeleton key={line} height="56px" />
            ))}
          </div>
        </Loading>
      )}
      {held && (
        <>
          <p className={css.lead}>
            {t('yourData.hereLead', {
              library: format.bytes(held.librarySizeBytes),
              computer: format.bytes(held.computerSizeBytes),
            })}
          </p>
          <ul className={css.kinds} aria-label={t('yourData.here')}>
            {held.kinds.filter(isHeld).map((kind) => (
              <KindRow key={kind.name} kind={kind} />
            ))}
          </ul>
          {missing.length > 0 && (
            <p className={css.missing}>
              {t('yourData.nothing', { kinds: format.list(missing.map(({ name }) => t(`dataKinds.${name}.title`))) })}
            </p>
          )}
        </>
      )}
    </Block>
  );
}
