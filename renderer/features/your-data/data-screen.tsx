import type { ReactNode } from 'react';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { AtService } from './at-service.tsx';
import { OnThisComputer } from './on-this-computer.tsx';
import css from './your-data.module.css';

/** Everything that is held of the person: here and at the service, side by side. */
export function DataScreen(): ReactNode {
  return (
    <PrivacyPage place="data">
      <div className={css.sides}>
        <OnThisComputer />
        <AtService />
      </div>
    </PrivacyPage>
  );
}
