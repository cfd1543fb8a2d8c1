import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../lib/requests.ts';
import { Block } from '../../ui/page.tsx';
import css from './settings.module.css';

/** What this app is and which service it speaks to. */
export function AboutBlock(): ReactNode {
  const { t } = useTranslation();
  const about = useRequest('app.about', null).data;
  if (!about) return null;
  const service =
    about.service.kind === 'embedded'
      ? t('settings.serviceSample')
      : t('settings.serviceAt', { host: about.service.host });
  const facts = [
    [t('settings.version'), about.version],
    [t('settings.service'), service],
    [t('settings.runtime'), t('settings.electron', { version: about.electronVersion })],
  ] as const;
  return (
    <Block title={t('settings.about')}>
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
