import type { TFunction } from 'i18next';
import { Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BinItem } from '../../../contract/domain/space.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { useRemoving } from '../../lib/removing.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Block } from '../../ui/page.tsx';
import css from './space.module.css';

const dayMs = 86_400_000;

/** What was removed and can still come back. */
export function BinBlock(): ReactNode {
  const { t } = useTranslation();
  const bin = useRequest('bin.list', null);
  const error = useErrorWords(bin.error ? toAppError(bin.error) : null);
  const [doomed, setDoomed] = useState<readonly BinItem[]>([]);
  const [asking, setAsking] = useState(false);
  const items = bin.data ?? [];
  const ask = (which: readonly BinItem[]): void => {
    setDoomed(which);
    setAsking(true);
  };
  return (
    <Block
      title={t('bin.title')}
      aside={
        items.length > 0 && (
          <Button
            size="small"
            onPress={() => {
              ask(items);
            }}
          >
            {t('bin.empty')}
          </Button>
        )
      }
    >
      <p className={css.lead}>{t(items.length > 0 ? 'bin.lead' : 'bin.nothing')}</p>
      {error && <ErrorNotice words={error} onAction={() => void bin.refetch()} />}
      {items.length > 0 && (
        <ul className={css.lines}>
          {items.map((item) => (
            <BinLine
              key={item.lectureId}
              item={item}
              onDelete={() => {
                ask([item]);
              }}
            />
          ))}
        </ul>
      )}
      <DeleteForGood
        open={asking}
        items={doomed}
        inBin={items}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Block>
  );
}

function BinLine({ item, onDelete }: { readonly item: BinItem; readonly onDelete: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { restore } = useRemoving();
  const now = useNow(60_000);
  const title = titleOf(item, t);
  const days = Math.ceil((item.goesAtMs - now) / dayMs);
  const numbers = [
    format.bytes(item.sizeBytes),
    ...(item.isWhole ? [] : [t('bin.partial')]),
    days > 1 ? t('bin.goesIn', { count: days }) : t('bin.goesSoon'),
  ].join(' · ');
  return (
    <li className={css.binLine}>
      <div className={css.words}>
        <h3 className={css.lineTitle}>{title}</h3>
        <p className={css.numbers}>{[item.courseTitle, numbers].filter((text) => text !== '').join(' · ')}</p>
      </div>
      <div className={css.actions}>
        <Button
          size="small"
          icon={<Undo2 size={16} aria-hidden />}
          aria-label={t('bin.restoreNamed', { title })}
          onPress={() => void restore([item.lectureId])}
        >
          {t('bin.restore')}
        </Button>
        <IconButton size="small" label={t('bin.deleteNamed', { title })} onPress={onDelete}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}

function titleOf({ lectureTitle }: BinItem, t: TFunction): string {
  return lectureTitle === '' ? t('bin.unknown') : lectureTitle;
}

function DeleteForGood(props: {
  readonly open: boolean;
  readonly items: readonly BinItem[];
  /** All there is by now. */
  readonly inBin: readonly BinItem[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { destroy } = useRemoving();
  const { items } = props;
  const [first] = items;
  const lectureIds = items.map(({ lectureId }) => lectureId);
  const isAll = items.length > 1;
  // What came into the bin after the question was asked is no part of the answer.
  const isStillAll = isAll && props.inBin.every(({ lectureId }) => lectureIds.includes(lectureId));
  const size = format.bytes(items.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  return (
    <Confirm
      open={props.open}
      danger
      title={isAll ? t('bin.emptyTitle') : t('bin.deleteTitle', { title: first ? titleOf(first, t) : '' })}
      confirmLabel={t('bin.confirm', { size })}
      cancelLabel={t('bin.keep')}
      onClose={props.onClose}
      onConfirm={() => void destroy(isStillAll ? null : lectureIds)}
    >
      {t('bin.confirmBody')}
    </Confirm>
  );
}
