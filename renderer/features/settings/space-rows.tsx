import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Field } from '../../ui/text-field.tsx';
import { MakeRoom } from '../../ui/make-room.tsx';
import { Row } from './row.tsx';
import css from './settings.module.css';
import type { SettingsPartProps } from './use-change-settings.ts';

const gb = 1_000_000_000;
const capChoices = [5, 10, 20, 50, 100].map((count) => count * gb);
const floorChoices = [1, 2, 5, 10, 20].map((count) => count * gb);
const watchedChoices = [null, 0, 1, 7] as const;

/** How much space downloads may take, how much is to stay free, and what goes by itself after watching. */
export function SpaceRows({ settings, onChange }: SettingsPartProps): ReactNode {
  const { t } = useTranslation();
  const words = {
    null: t('settings.space.keep'),
    0: t('settings.space.atOnce'),
    1: t('settings.space.afterDay'),
    7: t('settings.space.afterWeek'),
  } as const;
  return (
    <>
      <BytesRow
        title={t('settings.space.cap')}
        hint={t('settings.space.capHint')}
        bytes={settings.downloadCapBytes}
        choices={capChoices}
        onChange={(downloadCapBytes) => {
          onChange({ downloadCapBytes });
        }}
      />
      <OverCap capBytes={settings.downloadCapBytes} />
      <BytesRow
        title={t('settings.space.floor')}
        hint={t('settings.space.floorHint')}
        bytes={settings.downloadFloorBytes}
        choices={floorChoices}
        onChange={(downloadFloorBytes) => {
          onChange({ downloadFloorBytes });
        }}
      />
      <Row title={t('settings.space.watched')} hint={t('settings.space.watchedHint')}>
        <Choice
          label={t('settings.space.watched')}
          hideLabel
          className={css.choice ?? ''}
          value={String(settings.removeWatchedAfterDays) as `${(typeof watchedChoices)[number]}`}
          onChange={(id) => {
            const days = watchedChoices.find((each) => String(each) === id);
            if (days !== undefined) onChange({ removeWatchedAfterDays: days });
          }}
          options={watchedChoices.map((days) => ({ id: String(days) as `${typeof days}`, label: words[`${days}`] }))}
        />
      </Row>
    </>
  );
}

/** What is here already is more than the cap: said at once, with what could go. */
function OverCap({ capBytes }: { readonly capBytes: number | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const storage = useRequest('storage.read', null).data;
  if (capBytes === null || !storage || storage.downloadedBytes <= capBytes) return null;
  return (
    <Notice
      spoken
      title={t('settings.space.over', { used: format.bytes(storage.downloadedBytes) })}
      className={css.notice ?? ''}
      action={<MakeRoom />}
    >
      {t('settings.space.overBody')}
    </Notice>
  );
}

/** A number of bytes: none, one of a few, or one's own in gigabytes. */
function BytesRow(props: {
  readonly title: string;
  readonly hint: string;
  readonly bytes: number | null;
  readonly choices: readonly number[];
  readonly onChange: (bytes: number | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const { bytes } = props;
  const known = [...new Set([...props.choices, ...(bytes === null ? [] : [bytes])])].toSorted((a, b) => a - b);
  return (
    <>
      <Row title={props.title} hint={props.hint}>
        <Choice
          label={props.title}
          hideLabel
          className={css.choice ?? ''}
          value={writing ? 'own' : String(bytes)}
          onChange={(id) => {
            setWriting(id === 'own');
            if (id !== 'own') props.onChange(id === 'null' ? null : Number(id));
          }}
          options={[
            { id: 'null', label: t('settings.downloadsNoLimit') },
            ...known.map((each) => ({ id: String(each), label: format.bytes(each) })),
            { id: 'own', label: t('settings.space.own') },
          ]}
        />
      </Row>
      {writing && (
        <OwnBytes
          label={t('settings.space.ownLabel', { title: props.title })}
          onDone={(own) => {
            setWriting(false);
            props.onChange(own);
          }}
        />
      )}
    </>
  );
}

function OwnBytes(props: { readonly label: string; readonly onDone: (bytes: number) => void }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className={css.times}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const count = Number(text.trim().replace(',', '.'));
        const isGood = text.trim() !== '' && count >= 0.1 && count <= 1_000_000;
        setWrong(!isGood);
        if (isGood) props.onDone(Math.round(count * gb));
      }}
    >
      <Field
        label={props.label}
        inputMode="decimal"
        value={text}
        onChange={(next) => {
          setText(next);
          setWrong(false);
        }}
        problem={wrong ? t('settings.space.ownProblem') : null}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to write it.
        autoFocus
      />
      <Button type="submit" className={css.set ?? ''}>
        {t('settings.space.set')}
      </Button>
    </form>
  );
}
