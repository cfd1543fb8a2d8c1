import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { dataKinds, type DataKind, type DataKindName } from '../../../contract/domain/data-kinds.ts';
import { type HeldKind, SampledKind } from '../../../contract/domain/held-data.ts';
import { useFormat } from '../../lib/format.ts';
import { useGoToSettings } from '../../lib/go-to-settings.ts';
import { useRequest } from '../../lib/requests.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { inOneLine } from '../../lib/course-facts.ts';
import { kindPlaces } from './kind-places.ts';
import { Samples } from './samples.tsx';
import css from './your-data.module.css';

/** One kind of what is kept: how much and since when; opened, a few entries, its size, and where it is corrected, taken along, erased. */
export function KindRow({ kind }: { readonly kind: HeldKind }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const moreId = useId();
  const numbers = inOneLine([
    t('yourData.entries', { count: kind.count, number: format.number(kind.count) }),
    ...(kind.sinceMs === null
      ? []
      : [t('yourData.since', { date: format.date(new Date(kind.sinceMs).toISOString()) })]),
    ...(kind.sizeBytes === null ? [] : [format.bytes(kind.sizeBytes)]),
  ]);
  return (
    <li className={css.kind}>
      <Button
        className={css.kindHead ?? ''}
        aria-expanded={isOpen}
        aria-controls={moreId}
        onPress={() => setOpen(!isOpen)}
      >
        <ChevronRight size={16} aria-hidden className={css.chevron} />
        <span className={css.kindWords}>
          <span className={css.kindTitle}>{t(`dataKinds.${kind.name}.title`)}</span>{' '}
          <span className={css.numbers}>{numbers}</span>
        </span>
      </Button>
      <div id={moreId} hidden={!isOpen} className={css.more}>
        {isOpen && <More kind={kind} />}
      </div>
    </li>
  );
}

function More({ kind }: { readonly kind: HeldKind }): ReactNode {
  const { t } = useTranslation();
  const { name } = kind;
  const sampled = SampledKind.safeParse(name);
  const isPersonal = name in dataKinds && (dataKinds as Readonly<Record<string, DataKind>>)[name]?.personal === true;
  return (
    <>
      <p className={css.why}>
        {t(`dataKinds.${name}.why`)} {name in dataKinds && <Size kind={name as DataKindName} />}
      </p>
      {sampled.success && <Samples kind={sampled.data} />}
      <p className={css.ways}>
        <Place kind={kind} />
        {isPersonal && (
          <Link to="/privacy/export" className={css.way}>
            {t('yourData.go.export')}
          </Link>
        )}
        <Link to="/privacy/erase" className={css.way}>
          {t('yourData.go.erase')}
        </Link>
      </p>
    </>
  );
}

function Size({ kind }: { readonly kind: DataKindName }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const size = useRequest('data.size', { kind }).data;
  return size === undefined ? null : t('yourData.size', { size: format.bytes(size.sizeBytes) });
}

function Place({ kind }: { readonly kind: HeldKind }): ReactNode {
  const { t } = useTranslation();
  const goToSettings = useGoToSettings();
  const place = kindPlaces[kind.name];
  if (place === undefined) return null;
  if ('part' in place) return <LinkButton onPress={() => goToSettings(place.part)}>{t('yourData.go.see')}</LinkButton>;
  return (
    <Link to={place.to} className={css.way}>
      {t('yourData.go.see')}
    </Link>
  );
}
