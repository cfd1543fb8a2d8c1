import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EraseProgress } from '../../../contract/domain/erase-plan.ts';
import { listen } from '../../lib/api.ts';
import css from './erase.module.css';

/** What is being done just now, in words. */
export function EntriesProgress(): ReactNode {
  const { t } = useTranslation();
  const stage = useEraseStage();
  return (
    <p role="status" className={css.stage}>
      {stage !== null && t(`erasePlan.stage.${stage}`)}
    </p>
  );
}

/** Where main stands with what it erases; null until it has said so. */
export function useEraseStage(): EraseProgress['stage'] | null {
  const [stage, setStage] = useState<EraseProgress['stage'] | null>(null);
  useEffect(() => listen('erase.progress', (progress) => setStage(progress.stage)), []);
  return stage;
}
