import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Toast, useToasts } from '../lib/toasts.ts';
import { useUndoKey } from './use-undo-key.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import css from './toasts.module.css';

const shownMs = 7000;
/** Who reads with a screen reader or goes there by keys needs some time to answer. */
const answerMs = 12_000;

/** Short notices at the lower edge; they wait while looked at. */
export function Toasts(): ReactNode {
  const { t } = useTranslation();
  const toasts = useToasts((state) => state.toasts);
  useUndoKey();
  return (
    <div
      role="region"
      aria-label={t('frame.notices')}
      className={css.region}
      {...(toasts.length > 0 ? { 'data-region': true } : {})}
    >
      <div role="status" className={css.list}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }): ReactNode {
  const { t } = useTranslation();
  const dismiss = useToasts((state) => state.dismiss);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(
      () => {
        dismiss(toast.id);
      },
      toast.undo ? answerMs : shownMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [held, toast.id, toast.undo, dismiss]);
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  return (
    <div className={css.toast} onPointerEnter={hold} onPointerLeave={release} onFocus={hold} onBlur={release}>
      <p className={css.text}>{toast.text}</p>
      {toast.undo && (
        <Button
          size="small"
          look="quiet"
          onPress={() => {
            dismiss(toast.id);
            toast.undo?.();
          }}
        >
          {t('common.undo')}
        </Button>
      )}
      <IconButton
        label={t('common.close')}
        size="small"
        onPress={() => {
          dismiss(toast.id);
        }}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
