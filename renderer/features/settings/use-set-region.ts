import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegionView } from '../../../contract/domain/account.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { useFormat } from '../../lib/format.ts';
import { keepAnswer, requestKey } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';

/** Says another country at the service, with a way back; a failure is told as a notice and the former one stays. */
export function useSetRegion(): {
  readonly set: (region: string | null, before: string | null) => Promise<void>;
  readonly isBusy: boolean;
} {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const [isBusy, setIsBusy] = useState(false);

  const tell = async (region: string | null): Promise<boolean> => {
    setIsBusy(true);
    const isTold = await attempt(() => ask('account.setRegion', { region }));
    setIsBusy(false);
    const known = client.getQueryData<RegionView>(requestKey('account.region', null));
    if (isTold && known) keepAnswer(client, 'account.region', null, { ...known, region });
    return isTold;
  };
  return {
    isBusy,
    async set(region, before) {
      if (!(await tell(region))) return;
      show({
        text:
          region === null
            ? t('settings.account.regionTaken')
            : t('settings.account.regionSet', { country: format.region(region) }),
        undo: () => void tell(before),
      });
    },
  };
}
