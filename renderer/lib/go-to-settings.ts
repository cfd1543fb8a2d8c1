import { useRouter } from '@tanstack/react-router';

/** Goes to a part of the settings, by the id that it has in the document, and gives it the focus. */
export function useGoToSettings(): (partId: string) => void {
  const router = useRouter();
  return (partId) => {
    void router.navigate({ to: '/settings' }).then(() => {
      const part = document.getElementById(partId);
      part?.scrollIntoView({ block: 'start' });
      part?.focus({ preventScroll: true });
    });
  };
}
