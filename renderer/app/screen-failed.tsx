import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CannotOpen } from './cannot-open.tsx';

/** A screen that broke: the rest of the app stays. */
export function ScreenFailed({ reset }: { readonly reset: () => void }): ReactNode {
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.navigate({ to: '/' });
  };
  return <CannotOpen error={{ code: 'unexpected' }} onTryAgain={again} />;
}
