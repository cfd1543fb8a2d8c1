import type { TFunction } from 'i18next';
import { dataKinds, type DataKindName } from '../../../contract/domain/data-kinds.ts';
import { type ExportWords, notIncludedReasons } from '../../../contract/domain/export.ts';

/** What a kind of data is called. */
export function kindTitle(kind: DataKindName, t: TFunction): string {
  return t(`dataKinds.${kind}.title`);
}

/** The same in every language. */
const fileNames = { data: 'data.json', schema: 'schema.json', folder: 'csv', sums: 'SHA256SUMS' };
/** Main puts the number in. */
const count = { number: '{count}' };

/** The words of the readable page, in the language on screen. */
export function exportWords(t: TFunction, language: string): ExportWords {
  const kinds = (Object.keys(dataKinds) as DataKindName[]).map((kind) => [kind, kindTitle(kind, t)] as const);
  const reasons = notIncludedReasons.map((reason) => [reason, t(`takeAlong.reason.${reason}`)] as const);
  return {
    language: language === 'ru' ? 'ru' : 'en',
    fileName: t('takeAlong.page.fileName'),
    title: t('takeAlong.page.title'),
    lead: t('takeAlong.page.lead'),
    madeAt: t('takeAlong.page.madeAt'),
    account: t('takeAlong.page.account'),
    files: t('takeAlong.page.files'),
    filesLead: t('takeAlong.page.filesLead', fileNames),
    onThisComputer: t('takeAlong.page.onThisComputer'),
    atTheService: t('takeAlong.page.atTheService'),
    serviceMissing: t('takeAlong.page.serviceMissing'),
    records: t('takeAlong.page.records', count),
    shownFirst: t('takeAlong.page.shownFirst', count),
    notIncluded: t('takeAlong.page.notIncluded'),
    what: t('takeAlong.page.what'),
    why: t('takeAlong.page.why'),
    kinds: Object.fromEntries(kinds),
    reasons: Object.fromEntries(reasons) as ExportWords['reasons'],
    things: {
      lectures: t('takeAlong.thing.lectures'),
      keys: t('takeAlong.thing.keys'),
      others: t('takeAlong.thing.others'),
      logs: t('takeAlong.thing.logs'),
      licences: t('takeAlong.thing.licences'),
    },
  };
}
