import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryKind, ErasePreview } from '../../../contract/domain/erase-plan.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { eraseEntries, useErasing } from '../../lib/erasing.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Block } from '../../ui/page.tsx';
import { amountWords } from './amounts.ts';
import { EntriesProgress } from './entries-progress.tsx';
import css from './erase.module.css';

/** Kinds of entries to pick, each with how many there are of it. */
export function EntriesPart({ preview }: { readonly preview: ErasePreview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [picked, setPicked] = useState<readonly EntryKind[]>([]);
  const [asks, setAsks] = useState(false);
  const { working, failed } = useErasing();
  const failure = useErrorWords(failed?.scope === 'entries' ? failed.error : null);
  const present = preview.entries.filter(({ count }) => count > 0);
  const chosen = present.filter(({ kind }) => picked.includes(kind));
  const kinds = chosen.map(({ kind }) => kind);
  const what = amountWords(chosen, t, format);
  const label = what === null ? t('erasePlan.eraseNothing') : t('erasePlan.erase', { what });
  const erase = async (): Promise<void> => {
    await eraseEntries(client, kinds);
    setPicked([]);
  };
  return (
    <Block
      title={t('erasePlan.entries.title')}
      aside={
        present.length > 0 && (
          <LinkButton
            onPress={() => setPicked(chosen.length === present.length ? [] : present.map(({ kind }) => kind))}
          >
            {chosen.length === present.length ? t('erasePlan.entries.none') : t('erasePlan.entries.all')}
          </LinkButton>
        )
      }
    >
      <p className={css.lead}>{t('erasePlan.entries.lead')}</p>
      <ul className={css.kinds}>
        {preview.entries.map(({ kind, count }) => (
          <li key={kind} className={css.kind}>
            <Checkbox
              label={t(`erasePlan.kind.${kind}`)}
              checked={kinds.includes(kind)}
              isDisabled={count === 0 || working !== null}
              onChange={(checked) => setPicked(checked ? [...picked, kind] : picked.filter((each) => each !== kind))}
            />
            <span className={css.count}>
              {kind === 'downloads' && count > 0 && <span>{format.bytes(preview.here.sizeBytes)} · </span>}
              {format.number(count)}
            </span>
          </li>
        ))}
      </ul>
      <Consequences kinds={kinds} isExchanged={preview.isExchanged} />
      {failure !== null && <ErrorNotice words={failure} />}
      <div className={css.foot}>
        <Button
          look="danger"
          isDisabled={what === null}
          isPending={working === 'entries'}
          onPress={() => setAsks(true)}
        >
          {label}
        </Button>
        {working === 'entries' && <EntriesProgress />}
      </div>
      <Confirm
        open={asks}
        danger
        title={t('erasePlan.entries.confirmTitle')}
        confirmLabel={label}
        cancelLabel={t('erasePlan.keep')}
        onConfirm={() => void erase()}
        onClose={() => setAsks(false)}
      >
        <p>{t('erasePlan.entries.confirmBody')}</p>
        <p>{format.list(kinds.map((kind) => t(`erasePlan.kind.${kind}`)))}</p>
      </Confirm>
    </Block>
  );
}

/** What follows from erasing these elsewhere, and what stays. */
function Consequences(props: { readonly kinds: readonly EntryKind[]; readonly isExchanged: boolean }): ReactNode {
  const { t } = useTranslation();
  const has = (kind: EntryKind): boolean => props.kinds.includes(kind);
  const notes = [
    ...(props.isExchanged && has('progress') ? [t('erasePlan.follows.exchange')] : []),
    ...(props.isExchanged && has('history') && !has('progress') ? [t('erasePlan.follows.history')] : []),
    ...(has('ratings') ? [t('erasePlan.follows.ratings')] : []),
    ...(has('history') && !has('progress') ? [t('erasePlan.follows.placesStay')] : []),
    ...(has('downloads') ? [t('erasePlan.follows.downloads')] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className={css.follows} aria-label={t('erasePlan.follows.title')}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
