import { Download, RotateCw, Wrench } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { useDownload, useDownloadActions } from '../../lib/downloads.ts';
import { type ErrorWords, errorWords, useErrorWords } from '../../lib/error-words.ts';
import { needsWholeDownload } from '../../lib/repair.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';
import { useRenewLicence } from '../../lib/use-renew-licence.ts';
import { Button } from '../../ui/button.tsx';

/** The one button that helps with this error. */
export function MendButton(props: {
  readonly error: AppError;
  readonly lectureId: LectureId;
  readonly busy: boolean;
  readonly onRetry: () => void;
  /** Opens it in another quality; null when there is none left. */
  readonly onOther: (() => void) | null;
  /** A whole download has begun. */
  readonly onMended: () => void;
  /** A repair has begun, or is over. */
  readonly onRepairing: (repairing: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const show = useToasts((state) => state.show);
  const words = useErrorWords(props.error);
  const item = useDownload(props.lectureId);
  const settings = useRequest('settings.read', null).data;
  const actions = useDownloadActions();
  const renew = useRenewLicence();
  const [busy, setBusy] = useState(false);
  if (!words || words.actionLabel === null || words.action === 'courses') return null;
  if (words.action === 'other-quality' && props.onOther === null) return null;
  const fetches = words.action === 'download-again' || words.action === 'download' || words.action === 'repair';
  const quality = item?.quality ?? settings?.downloadQuality ?? '720p';
  /** Only what is damaged; where that cannot be, all of it. Without a network what is here stays here. */
  const mend = async (): Promise<void> => {
    props.onRepairing(true);
    const failed = await ask('downloads.repair', { lectureId: props.lectureId }).then(() => null, toAppError);
    props.onRepairing(false);
    if (failed === null) props.onRetry();
    else if (!needsWholeDownload(failed.code)) show({ text: sentence(errorWords(failed, t)) });
    else if (await actions.again(props.lectureId, quality)) props.onMended();
  };
  const act = async (): Promise<void> => {
    if (words.action === 'sign-in') {
      await ask('account.lock', null).catch(() => null);
      return;
    }
    if (words.action === 'other-quality') {
      props.onOther?.();
      return;
    }
    if (words.action === 'renew') {
      setBusy(true);
      const renewed = await renew(props.lectureId);
      setBusy(false);
      if (renewed) props.onRetry();
      return;
    }
    if (!fetches) {
      props.onRetry();
      return;
    }
    setBusy(true);
    if (words.action === 'repair') {
      await mend();
      setBusy(false);
      return;
    }
    const work =
      words.action === 'download-again'
        ? actions.again(props.lectureId, quality)
        : actions.start([props.lectureId], quality);
    if (await work) props.onMended();
    setBusy(false);
  };
  return (
    <Button
      look="primary"
      size="large"
      isPending={busy || props.busy}
      icon={iconOf(words.action)}
      onPress={() => void act()}
    >
      {words.actionLabel}
    </Button>
  );
}

const sentence = ({ title, body }: ErrorWords): string => `${title}. ${body}`;

function iconOf(action: ErrorWords['action']): ReactNode {
  if (action === 'repair') return <Wrench size={18} aria-hidden />;
  const fetches = action === 'download' || action === 'download-again';
  return fetches ? <Download size={18} aria-hidden /> : <RotateCw size={18} aria-hidden />;
}
