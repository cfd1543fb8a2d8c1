import { useEffect, useState } from 'react';
import type { ExportProgress } from '../../../contract/domain/export.ts';
import { listen } from '../../lib/api.ts';

/** How far what is under way is, from its first word on. */
export function useProgress(): ExportProgress | null {
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  useEffect(() => listen('export.progress', setProgress), []);
  return progress;
}
