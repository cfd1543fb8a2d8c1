import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../contract/result.ts';
import { useRequest } from '../../lib/requests.ts';
import { Block } from '../../ui/page.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';

/** What this app is and which service it speaks to. */
export function AboutBlock(): ReactNode {
  const { t } = useTranslation();
  const about = useRequest('app.about', null).data;
  if (!about) return null;
  const service = ((): string => {
    switch (about.service.kind) {
      case 'embedded':
        return t('settings.serviceSample');
      case 'remote':
        return t('settings.serviceAt', { host: about.service.host });
      case 'none':
        return t('settings.serviceNone');
      default:
        return assertNever(about.service);
    }
  })();
  const facts = [
    [t('settings.version'), about.version],
    [t('settings.service'), service],
    [t('settings.runtime'), t('settings.electron', { version: about.electronVersion })],
  ] as const;
  return (
    <Block id={sectionId('about')} title={t('settings.about')}>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={css.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}
