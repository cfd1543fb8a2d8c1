import type { ReactNode } from 'react';
import { IdleWarning } from './idle-warning.tsx';
import { useActivity } from './use-activity.ts';

/** Watches for use while somebody is signed in, and warns before signing out for want of it. */
export function Idle(): ReactNode {
  useActivity();
  return <IdleWarning />;
}
