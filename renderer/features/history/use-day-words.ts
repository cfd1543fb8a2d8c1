import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAfter, localDay, type LocalDay } from '../../../contract/domain/local-day.ts';
import { useFormat } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';

const minuteMs = 60_000;

/** Names a day as people do: "Today", "Yesterday", "Thursday, 12 March 2026"; another function when the names are others. */
export function useDayWords(): (day: LocalDay) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const today = localDay(useNow(minuteMs), (timeMs) => -new Date(timeMs).getTimezoneOffset());
  return useCallback(
    (day) => {
      if (day === today) return t('history.today');
      if (day === dayAfter(today, -1)) return t('history.yesterday');
      return format.day(day);
    },
    [t, format, today],
  );
}
