import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncView } from '../../../contract/domain/sync.ts';
import { assertNever } from '../../../contract/result.ts';
import { useFormat } from '../../lib/format.ts';
import { type SyncSwitch, useSync } from '../../lib/sync.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SheetButtons, SheetWords } from '../../ui/sheet-parts.tsx';
import { Row } from './row.tsx';
import css from './settings.module.css';

/** The switch of the exchange with other computers; turned off, it asks what is to become of the copy at the service. */
export function SyncSwitchBox({ keepsHistory }: { readonly keepsHistory: boolean }): ReactNode {
  const { t } = useTranslation();
  const sync = useSync();
  const [asking, setAsking] = useState(false);
  const on = sync.view?.on ?? false;
  return (
    <>
      <Checkbox
        label={t('sync.on')}
        hint={
          <>
            {t('sync.onHint')}
            {on && !keepsHistory && ` ${t('sync.onlyProgress')}`}
          </>
        }
        checked={on}
        isDisabled={sync.view === undefined}
        onChange={(next) => {
          // Without a copy there is nothing to be asked.
          if (!next && sync.view?.copy === 'there') setAsking(true);
          else void sync.set(next);
        }}
      />
      <TurnOffSheet
        open={asking}
        sync={sync}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

function TurnOffSheet(props: {
  readonly open: boolean;
  readonly sync: SyncSwitch;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { sync, onClose } = props;
  return (
    <Sheet open={props.open} alert title={t('sync.askOffTitle')} onClose={onClose}>
      <SheetWords>{t('sync.askOffBody')}</SheetWords>
      <SheetButtons>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the safe answer takes the focus. */}
        <Button autoFocus onPress={onClose}>
          {t('sync.cancel')}
        </Button>
        <Button
          onPress={() => {
            onClose();
            void sync.set(false);
          }}
        >
          {t('sync.offKeep')}
        </Button>
        <Button
          look="danger"
          onPress={() => {
            onClose();
            void sync.deleteCopy();
          }}
        >
          {t('sync.offDelete')}
        </Button>
      </SheetButtons>
    </Sheet>
  );
}

/** How the exchange stands, and deleting the copy at the service. */
export function SyncRow(): ReactNode {
  const { t } = useTranslation();
  const sync = useSync();
  const stateWords = useStateWords();
  const [asking, setAsking] = useState(false);
  const { view } = sync;
  if (view === undefined) return null;
  return (
    <>
      <Row title={t('sync.state')} hint={<span role="status">{stateWords(view)}</span>}>
        {view.copy === 'there' && (
          <Button
            onPress={() => {
              setAsking(true);
            }}
          >
            {t('sync.deleteCopy')}
          </Button>
        )}
      </Row>
      {view.phase === 'copy-deleted' && (
        <Notice
          tone="amber"
          spoken
          className={css.notice ?? ''}
          title={t('sync.copyGoneTitle')}
          action={
            <Button size="small" onPress={() => void sync.set(true)}>
              {t('sync.beginAnew')}
            </Button>
          }
        >
          {t('sync.copyGoneBody')}
        </Notice>
      )}
      <Confirm
        open={asking}
        danger
        title={t('sync.askDeleteTitle')}
        confirmLabel={t('sync.askDeleteConfirm')}
        cancelLabel={t('sync.keep')}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => void sync.deleteCopy()}
      >
        {t('sync.askDeleteBody')}
      </Confirm>
    </>
  );
}

function useStateWords(): (view: SyncView) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const nowMs = useNow(60_000);
  const last = ({ lastAtMs }: SyncView): string =>
    lastAtMs === null ? t('sync.never') : t('sync.last', { ago: format.ago(lastAtMs, nowMs) });
  const phase = (view: SyncView): string => {
    switch (view.phase) {
      case 'off':
        return t(view.copy === 'there' ? 'sync.offCopy' : 'sync.off');
      case 'idle':
      case 'copy-deleted':
        return last(view);
      case 'busy':
        return t('sync.busy');
      case 'waiting':
        return `${t(waitingWords(view))} ${last(view)}`;
      default:
        return assertNever(view.phase);
    }
  };
  return (view) =>
    [
      phase(view),
      view.waitingCount > 0 && view.phase !== 'busy' ? t('sync.count', { count: view.waitingCount }) : '',
      view.copy === 'deleting' ? t('sync.deleting') : '',
    ]
      .filter(Boolean)
      .join(' ');
}

function waitingWords({ error }: SyncView): 'rights.frozen.sync' | 'sync.waitingOffline' | 'sync.waitingTrouble' {
  if (error === 'restricted') return 'rights.frozen.sync';
  return error === 'service-unreachable' ? 'sync.waitingOffline' : 'sync.waitingTrouble';
}
