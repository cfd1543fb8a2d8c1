import { type ReactNode, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountState } from '../../../contract/domain/account.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Row } from './row.tsx';
import css from './settings.module.css';
import { useSetRegion } from './use-set-region.ts';

/** No code of a country. */
const none = '-';

/** In which country the person says they are; the service keeps it, so it is there only with a network. */
export function RegionRow(props: { readonly account: Extract<AccountState, { kind: 'signed-in' }> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const hintId = useId();
  const { network, session } = props.account;
  const reached = network === 'online' && session !== 'local';
  const view = useRequest('account.region', null, reached);
  const { set, isBusy } = useSetRegion();
  const error = useErrorWords(view.error && reached ? toAppError(view.error) : null);
  const region = view.data?.region ?? null;
  const options = useMemo(() => {
    const codes = new Set([...(view.data?.regions ?? []), ...(region === null ? [] : [region])]);
    const countries = [...codes].map((id) => ({ id, label: format.region(id) }));
    return [
      { id: none, label: t('settings.account.regionNone') },
      ...countries.toSorted((a, b) => format.compare(a.label, b.label)),
    ];
  }, [view.data, region, format, t]);
  return (
    <>
      <Row
        title={t('settings.account.region')}
        hintId={hintId}
        hint={reached ? t('settings.account.regionHint') : t('settings.account.regionOffline')}
      >
        {reached && view.data && (
          <Choice
            label={t('settings.account.region')}
            hideLabel
            className={css.choice ?? ''}
            describedBy={hintId}
            isDisabled={isBusy}
            value={region ?? none}
            options={options}
            onChange={(id) => {
              const next = id === none ? null : id;
              if (next !== region) void set(next, region);
            }}
          />
        )}
      </Row>
      {error && <ErrorNotice words={error} onAction={() => void view.refetch()} />}
    </>
  );
}
