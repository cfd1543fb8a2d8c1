import { useRouter } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useRequest } from '../lib/requests.ts';
import { IconButton } from '../ui/icon-button.tsx';
import css from './back-forward.module.css';

/** The way back and forth, as buttons and as Alt+←/→ (⌘[ and ⌘] on macOS). */
export function BackForward(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const { history } = router;
  const mac = useRequest('app.about', null).data?.platform === 'macos';
  const { places } = router.options.context;
  const place = useStore(places);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const back = mac ? event.metaKey && event.code === 'BracketLeft' : event.altKey && event.code === 'ArrowLeft';
      const forward = mac
        ? event.metaKey && event.code === 'BracketRight'
        : event.altKey && event.code === 'ArrowRight';
      if (!back && !forward) return;
      event.preventDefault();
      const { index, first } = places.getState();
      if (forward) history.forward();
      else if (index > first) history.back();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [history, mac, places]);
  return (
    <nav className={css.buttons} aria-label={t('frame.places')}>
      <IconButton
        label={t('frame.back')}
        shortcut={mac ? '⌘[' : 'Alt+←'}
        placement="bottom"
        size="small"
        isDisabled={place.index <= place.first}
        onPress={() => {
          history.back();
        }}
      >
        <ArrowLeft size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={t('frame.forward')}
        shortcut={mac ? '⌘]' : 'Alt+→'}
        placement="bottom"
        size="small"
        isDisabled={place.index >= place.last}
        onPress={() => {
          history.forward();
        }}
      >
        <ArrowRight size={18} aria-hidden />
      </IconButton>
    </nav>
  );
}
