import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldAtService } from '../../../contract/domain/held-data.ts';
import { ageInYears } from '../../../contract/domain/age.ts';
import { useFormat } from '../../lib/format.ts';
import { useGoToSettings } from '../../lib/go-to-settings.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import css from './your-data.module.css';

/** The service's record in words, each part with the way to where it is corrected. */
export function ServiceRecord({ held }: { readonly held: HeldAtService }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const goToSettings = useGoToSettings();
  const said = (text: string | null): string => (text === null || text === '' ? t('yourData.notSaid') : text);
  const yes = (is: boolean): string => (is ? t('yourData.yes') : t('yourData.no'));
  const { account, profile, activity, paymentMethod, marketing, processing } = held.record;
  const years = ageInYears(profile.birthDate, held.askedAtMs);
  const { street, city, postalCode } = profile.address;
  return (
    <>
      <Part title={t('yourData.part.you')} way={<To to="/privacy/profile">{t('yourData.correct.you')}</To>}>
        <Field name={t('yourData.field.name')}>{profile.name}</Field>
        <Field name={t('yourData.field.age')}>
          {t('yourData.years', { count: years, number: format.number(years) })}
        </Field>
        <Field name={t('yourData.field.birthDate')}>{format.date(profile.birthDate)}</Field>
        <Field name={t('yourData.field.email')}>{account.email}</Field>
        <Field name={t('yourData.field.phone')}>{said(profile.phone)}</Field>
        <Field name={t('yourData.field.address')}>
          {said([street, city].filter((line) => line !== null).join(', '))}
        </Field>
        <Field name={t('yourData.field.postalCode')}>{said(postalCode)}</Field>
        <Field name={t('yourData.field.links')}>{said(profile.socialLinks.join(' '))}</Field>
        <Field name={t('yourData.field.region')}>
          {account.region === null ? t('yourData.notSaid') : format.region(account.region)}
        </Field>
        <Field name={t('yourData.field.guardian')}>{yes(account.guardianConfirmed)}</Field>
        <Field name={t('yourData.field.terms')}>
          {t('yourData.termsOf', {
            version: account.acceptedTerms.version,
            date: format.date(account.acceptedTerms.acceptedAt),
          })}
        </Field>
      </Part>
      <Part title={t('yourData.part.mail')} way={<To to="/privacy/requests">{t('yourData.correct.mail')}</To>}>
        <Field name={t('yourData.field.newsletter')}>{yes(marketing.newsletter)}</Field>
        <Field name={t('yourData.field.offers')}>{yes(marketing.offers)}</Field>
        <Field name={t('yourData.field.restricted')}>{yes(processing.restricted)}</Field>
        <Field name={t('yourData.field.noMarketing')}>{yes(processing.objectsToMarketing)}</Field>
        <Field name={t('yourData.field.noProfiling')}>{yes(processing.objectsToProfiling)}</Field>
      </Part>
      <Part title={t('yourData.part.payment')}>
        <Field name={t('yourData.field.method')}>
          {paymentMethod === null ? t('yourData.none') : t('yourData.card', paymentMethod)}
        </Field>
        <Field name={t('yourData.field.billing')}>
          <Lines
            lines={held.record.billing.map(
              ({ at, description, amount }) => `${format.date(at)} · ${description} · ${amount}`,
            )}
          />
        </Field>
      </Part>
      <Part title={t('yourData.part.activity')} way={<To to="/history">{t('yourData.correct.activity')}</To>}>
        <Field name={t('yourData.field.events')}>{format.number(activity.historyEvents)}</Field>
        {activity.firstAt !== null && <Field name={t('yourData.field.first')}>{format.date(activity.firstAt)}</Field>}
        {activity.lastAt !== null && <Field name={t('yourData.field.last')}>{format.date(activity.lastAt)}</Field>}
        <Field name={t('yourData.field.ratings')}>{format.number(held.record.ratings.length)}</Field>
      </Part>
      <Part
        title={t('yourData.part.computers')}
        way={
          <LinkButton onPress={() => goToSettings('settings-computers')}>{t('yourData.correct.computers')}</LinkButton>
        }
      >
        {held.record.sessions.map(({ name, lastSeenAt }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two computers may have one name.
          <Field key={index} name={name}>
            {t('yourData.lastSeen', { date: format.date(lastSeenAt) })}
          </Field>
        ))}
      </Part>
      <Part title={t('yourData.part.support')}>
        {held.record.supportContacts.length === 0 && (
          <Field name={t('yourData.part.support')}>{t('yourData.none')}</Field>
        )}
        {held.record.supportContacts.map(({ at, reason, text }) => (
          <Field key={at} name={format.date(at)}>
            <Lines lines={[reason, text]} />
          </Field>
        ))}
      </Part>
      <Part title={t('yourData.part.choices')} way={<To to="/privacy">{t('yourData.correct.choices')}</To>}>
        <Field name={t('yourData.field.choices')}>{format.number(held.record.consents.length)}</Field>
        <Field name={t('yourData.field.requests')}>{format.number(held.record.requests.length)}</Field>
      </Part>
    </>
  );
}

function Part(props: { readonly title: string; readonly way?: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <section className={css.part} aria-label={props.title}>
      <div className={css.partHead}>
        <h3 className={css.partTitle}>{props.title}</h3>
        {props.way}
      </div>
      <dl className={css.fields}>{props.children}</dl>
    </section>
  );
}

function Field(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={css.field}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function To(props: {
  readonly to: '/privacy' | '/privacy/profile' | '/privacy/requests' | '/history';
  readonly children: string;
}): ReactNode {
  return (
    <Link to={props.to} className={css.way}>
      {props.children}
    </Link>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (lines.length === 0) return t('yourData.none');
  return lines.map((line) => (
    <span key={line} className={css.line}>
      {line}
    </span>
  ));
}
