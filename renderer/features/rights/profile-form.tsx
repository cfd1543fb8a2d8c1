import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../contract/domain/rights.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { focusFirstProblem } from '../../lib/focus-problem.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Field } from '../../ui/text-field.tsx';
import { linkCount } from './profile-draft.ts';
import css from './rights.module.css';
import { type ProfileEditing, useProfile } from './use-profile.ts';

/** Name, birth date, phone, address and links, each with what is wrong said beside it. */
export function ProfileForm(props: { readonly profile: Profile }): ReactNode {
  const { t, i18n } = useTranslation();
  const systemLanguage = useRequest('app.about', null).data?.systemLanguage ?? i18n.language;
  const editing = useProfile(props.profile);
  const { draft, change, problems } = editing;
  // Of one language, the system's own region says how a date is written.
  const sameLanguage = systemLanguage.toLowerCase().startsWith(i18n.language);
  const text = (name: 'name' | 'phone' | 'street' | 'city' | 'postalCode') => ({
    label: t(`rights.profile.${name}`),
    name,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void editing.save();
        focusFirstProblem(event.currentTarget);
      }}
    >
      <Field
        {...text('name')}
        autoComplete="name"
        isRequired
        maxLength={200}
        problem={problems?.name ? t('rights.profile.nameMissing') : null}
      />
      <DateField
        label={t('createAccount.birthDate.label')}
        hint={t('rights.profile.birthDateHint')}
        locale={sameLanguage ? systemLanguage : i18n.language}
        name="birthDate"
        value={draft.birthDate}
        onChange={(birthDate) => change({ birthDate })}
        onBlur={() => undefined}
        problem={problems?.birthDate ? t(`createAccount.birthDate.${problems.birthDate}`) : null}
      />
      <Field
        {...text('phone')}
        type="tel"
        autoComplete="tel"
        problem={problems?.phone ? t('rights.profile.phoneOdd') : null}
      />
      <Field {...text('street')} autoComplete="street-address" maxLength={200} />
      <div className={css.pair}>
        <Field
          {...text('postalCode')}
          autoComplete="postal-code"
          problem={problems?.postalCode ? t('rights.profile.postalCodeLong') : null}
        />
        <Field {...text('city')} autoComplete="address-level2" maxLength={100} />
      </div>
      <Links editing={editing} />
      <Outcome editing={editing} />
      <div className={css.foot}>
        <Button type="submit" look="primary" isPending={editing.busy}>
          {editing.busy ? t('rights.profile.saving') : t('rights.profile.save')}
        </Button>
      </div>
    </form>
  );
}

function Links({ editing }: { readonly editing: ProfileEditing }): ReactNode {
  const { t } = useTranslation();
  const { draft, change, problems } = editing;
  const put = (place: number, value: string | null): void => {
    change({
      socialLinks: draft.socialLinks.flatMap((link, each) => (each !== place ? [link] : value === null ? [] : [value])),
    });
  };
  return (
    <fieldset className={css.links}>
      <legend className={css.legend}>{t('rights.profile.links')}</legend>
      {draft.socialLinks.map((link, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a link is its place in the list.
        <div key={place} className={css.link}>
          <Field
            label={t('rights.profile.link', { number: place + 1 })}
            name={`link-${String(place)}`}
            type="url"
            value={link}
            onChange={(value) => put(place, value)}
            problem={problems?.socialLinks[place] ? t('rights.profile.linkOdd') : null}
          />
          <IconButton
            label={t('rights.profile.removeLink', { number: place + 1 })}
            className={css.remove ?? ''}
            onPress={() => put(place, null)}
          >
            <X size={18} aria-hidden />
          </IconButton>
        </div>
      ))}
      {draft.socialLinks.length < linkCount && (
        <Button
          size="small"
          icon={<Plus size={16} aria-hidden />}
          onPress={() => change({ socialLinks: [...draft.socialLinks, ''] })}
        >
          {t('rights.profile.addLink')}
        </Button>
      )}
    </fieldset>
  );
}

/** Why it was not saved. */
function Outcome({ editing }: { readonly editing: ProfileEditing }): ReactNode {
  const { t } = useTranslation();
  const words = useErrorWords(editing.error);
  return (
    <div>
      {editing.wasMinor && (
        <Notice urgent tone="amber" title={t('rights.profile.minorTitle')}>
          {t('rights.profile.minorBody')}
        </Notice>
      )}
      {editing.error?.code === 'service-unreachable' ? (
        <Notice urgent title={t('rights.profile.offlineTitle')}>
          {t('rights.profile.notSavedBody')}
        </Notice>
      ) : (
        words && (
          <Notice urgent tone="brick" title={words.title}>
            {words.body}
          </Notice>
        )
      )}
    </div>
  );
}
