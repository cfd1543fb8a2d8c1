import { RotateCw, ShieldCheck, Wrench } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import { ask } from '../../lib/api.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { needsWholeDownload } from '../../lib/repair.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MakeRoom } from '../../ui/make-room.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SheetButtons } from '../../ui/sheet-parts.tsx';
import { type Check, CheckWords } from './check-words.tsx';

/** "Check for damage…" of a downloaded lecture, as a sheet: begins when it opens, stops when it is closed, and repairs when asked to. */
export function CheckLecture(props: {
  readonly item: DownloadItem;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  return (
    <Sheet open={props.open} title={t('check.title', { title: props.item.lectureTitle })} onClose={props.onClose}>
      <Round
        key={round}
        item={props.item}
        onClose={props.onClose}
        onAgain={() => {
          setRound(round + 1);
        }}
      />
    </Sheet>
  );
}

/** The button on a line that opens the check of a downloaded lecture. */
export function CheckButton({ item }: { readonly item: DownloadItem }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={t('check.action', { title: item.lectureTitle })}
        onPress={() => {
          setOpen(true);
        }}
      >
        <ShieldCheck size={18} aria-hidden />
      </IconButton>
      <CheckLecture
        item={item}
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}

/** One check, from its beginning. */
function Round({
  item,
  onClose,
  onAgain,
}: {
  readonly item: DownloadItem;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { lectureId } = item;
  const actions = useDownloadActions();
  const { check, repair } = useCheck(lectureId);
  return (
    <>
      <CheckWords check={check} item={item} />
      <SheetButtons>
        <Button onPress={onClose}>{t(closing(check))}</Button>
        {check.kind === 'damaged' && (
          <Button look="primary" icon={<Wrench size={18} aria-hidden />} onPress={repair}>
            {t('check.repair')}
          </Button>
        )}
        {check.kind === 'failed' && check.error.code === 'disk-full' && <MakeRoom />}
        {check.kind === 'failed' && (
          <Button
            look="primary"
            icon={<RotateCw size={18} aria-hidden />}
            onPress={() => {
              if (!needsWholeDownload(check.error.code)) return onAgain();
              onClose();
              void actions.again(lectureId, item.quality);
            }}
          >
            {t(needsWholeDownload(check.error.code) ? 'errorAction.download-again' : 'errorAction.retry')}
          </Button>
        )}
      </SheetButtons>
    </>
  );
}

/** What closing means now. */
function closing(check: Check): 'check.stop' | 'check.later' | 'common.close' {
  if (check.kind === 'checking' || check.kind === 'repairing') return 'check.stop';
  return check.kind === 'damaged' ? 'check.later' : 'common.close';
}

function useCheck(lectureId: DownloadItem['lectureId']) {
  const [check, setCheck] = useState<Check>({ kind: 'checking' });
  useEffect(() => {
    let isHere = true;
    void ask('downloads.verify', { lectureId }).then(
      ({ segmentCount: partCount, damagedSegmentCount: damagedCount }) => {
        if (!isHere) return;
        setCheck(damagedCount === 0 ? { kind: 'sound', partCount } : { kind: 'damaged', partCount, damagedCount });
      },
      (thrown: unknown) => {
        if (isHere) setCheck({ kind: 'failed', error: toAppError(thrown) });
      },
    );
    return () => {
      isHere = false;
      void ask('downloads.stopCheck', { lectureId }).catch(() => null);
    };
  }, [lectureId]);
  return {
    check,
    repair: () => {
      setCheck({ kind: 'repairing' });
      ask('downloads.repair', { lectureId }).then(
        ({ fetchedBytes }) => {
          setCheck({ kind: 'repaired', fetchedBytes });
        },
        (thrown: unknown) => {
          setCheck({ kind: 'failed', error: toAppError(thrown) });
        },
      );
    },
  };
}
