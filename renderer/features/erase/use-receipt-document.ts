import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EraseReceipt, ReceiptDocument } from '../../../contract/domain/erase-plan.ts';
import { type Format, useFormat } from '../../lib/format.ts';

type Section = ReceiptDocument['sections'][number];

/** A receipt in the person's language, as it is shown and saved: no e-mail, no title, no path. */
export function useReceiptDocument(receipt: EraseReceipt): ReceiptDocument {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return {
    language: i18n.language.startsWith('ru') ? 'ru' : 'en',
    title: t('erasePlan.receipt.title'),
    lead: t(`erasePlan.receipt.lead.${receipt.scope}`),
    sections: [
      headOf(receipt, t, format),
      ...(receipt.service === null ? [] : [serviceOf(receipt.service, t, format)]),
      hereOf(receipt, t, format),
      checkedOf(receipt, t, format),
    ],
  };
}

function headOf(receipt: EraseReceipt, t: TFunction, format: Format): Section {
  const { id, erasedAtMs, initials, appVersion } = receipt;
  return {
    title: t('erasePlan.receipt.when'),
    rows: [
      { label: t('erasePlan.receipt.here'), value: format.moment(erasedAtMs) },
      { label: t('erasePlan.receipt.utc'), value: new Date(erasedAtMs).toISOString().replace('T', ' ').slice(0, 19) },
      ...(initials === '' ? [] : [{ label: t('erasePlan.receipt.initials'), value: initials }]),
      { label: t('erasePlan.receipt.number'), value: id },
      { label: t('erasePlan.receipt.version'), value: appVersion },
    ],
    notes: [],
  };
}

function hereOf({ entries, lectureCount, sizeBytes }: EraseReceipt, t: TFunction, format: Format): Section {
  const rows = entries.map(({ kind, count }) => ({
    label: t(`erasePlan.kind.${kind}`),
    value: format.number(count),
  }));
  const size = { label: t('erasePlan.receipt.size'), value: format.bytes(sizeBytes) };
  return {
    title: t('erasePlan.receipt.erasedHere'),
    rows: lectureCount > 0 || sizeBytes > 0 ? [...rows, size] : rows,
    notes: rows.length === 0 ? [t('erasePlan.receipt.notCounted')] : [],
  };
}

function serviceOf(
  { state, receipt, kept }: NonNullable<EraseReceipt['service']>,
  t: TFunction,
  format: Format,
): Section {
  const some = kept.filter(({ count }) => count > 0);
  return {
    title: t('erasePlan.receipt.atService'),
    rows: [
      ...(receipt === null
        ? []
        : [
            { label: t('erasePlan.receipt.serviceNumber'), value: receipt.id },
            { label: t('erasePlan.receipt.serviceTime'), value: format.moment(Date.parse(receipt.erasedAt)) },
            {
              label: t('erasePlan.receipt.serviceCount'),
              value: format.number(receipt.erased.reduce((sum, { count }) => sum + count, 0)),
            },
          ]),
      ...some.map(({ kind, count, keptUntil }) => ({
        label: t('erasePlan.receipt.keptThere', { what: t(`erasePlan.kept.${kind}.name`, { count }) }),
        value: t('erasePlan.kept.until', { date: format.date(keptUntil) }),
      })),
    ],
    notes: [
      t(`erasePlan.receipt.state.${state}`),
      ...some.map(
        ({ kind, count }) => `${t(`erasePlan.kept.${kind}.name`, { count })}: ${t(`erasePlan.kept.${kind}.why`)}`,
      ),
    ],
  };
}

function checkedOf({ scope, verification, remains, failed }: EraseReceipt, t: TFunction, format: Format): Section {
  const title = t('erasePlan.receipt.checked');
  if (scope !== 'entries') {
    const list = format.list(remains.map((kind) => t(`signOut.remains.${kind}`)));
    return {
      title,
      rows: [],
      notes: [remains.length === 0 ? t('erasePlan.receipt.lookedHere') : t('signOut.remainsBody', { list })],
    };
  }
  const left = format.list(failed.map((kind) => t(`erasePlan.kind.${kind}`)));
  const notes = failed.length === 0 ? [] : [t('erasePlan.done.failed', { list: left })];
  if (verification === null) return { title, rows: [], notes: [...notes, t('erasePlan.receipt.notChecked')] };
  const { valueCount, foundBefore, leftCount, readBytes } = verification;
  return {
    title,
    rows: [
      { label: t('erasePlan.receipt.values'), value: format.number(valueCount) },
      { label: t('erasePlan.receipt.foundBefore'), value: format.number(foundBefore) },
      { label: t('erasePlan.receipt.foundAfter'), value: format.number(leftCount) },
      { label: t('erasePlan.receipt.readBytes'), value: format.bytes(readBytes) },
    ],
    notes: [...notes, t('erasePlan.receipt.how')],
  };
}
