import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.ts';
import { type Format, useFormat } from '../../lib/format.ts';
import type { Entry, Group } from './entries.ts';
import { EntryWords } from './entry-words.tsx';
import css from './results.module.css';

/** The ids in the document of a list and its lines. */
export function optionId(listId: string, key: string): string {
  return `${listId}-${key.replaceAll(/[^\w-]/gu, (sign) => `_${String(sign.codePointAt(0))}`)}`;
}

/** What was found, in groups; the focus stays in the field, which says what line is active. */
export function ResultList(props: {
  readonly id: string;
  readonly groups: readonly Group[];
  readonly activeKey: string | null;
  readonly onActivate: (key: string) => void;
  readonly onPick: (entry: Entry) => void;
  readonly onForget: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, groups, activeKey } = props;
  const list = useRef<HTMLDivElement>(null);
  const first = groups[0]?.entries[0]?.key ?? null;
  useEffect(() => {
    // At the first line its heading is to be seen as well.
    if (activeKey === first) list.current?.scrollTo({ top: 0 });
    else if (activeKey !== null) document.getElementById(optionId(id, activeKey))?.scrollIntoView({ block: 'nearest' });
  }, [id, activeKey, first]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('search.results')}
      tabIndex={-1}
      className={css.list}
      onMouseDown={(event) => {
        // The field keeps the focus.
        event.preventDefault();
      }}
    >
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`} className={css.group}>
          <div id={`${id}-${group.id}`} role="presentation" className={css.heading}>
            {t(`search.group.${group.id}`)}
          </div>
          {group.entries.map((entry) => (
            <Option
              key={entry.key}
              id={optionId(id, entry.key)}
              entry={entry}
              active={entry.key === activeKey}
              t={t}
              format={format}
              onActivate={props.onActivate}
              onPick={props.onPick}
              onForget={props.onForget}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Option(props: {
  readonly id: string;
  readonly entry: Entry;
  readonly active: boolean;
  readonly t: TFunction;
  readonly format: Format;
  readonly onActivate: (key: string) => void;
  readonly onPick: (entry: Entry) => void;
  readonly onForget: (text: string) => void;
}): ReactNode {
  const { entry, active, t, format } = props;
  const isRecent = entry.kind === 'recent';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys.
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={cx(css.option, entry.kind === 'more' && css.quiet, entry.kind === 'forget-all' && css.quiet)}
      {...(isRecent ? { 'aria-description': t('search.forgetByKey') } : {})}
      onMouseMove={() => {
        if (!active) props.onActivate(entry.key);
      }}
      onClick={(event) => {
        const onCross = event.target instanceof Element && event.target.closest('[data-forget]') !== null;
        if (isRecent && onCross) props.onForget(entry.text);
        else props.onPick(entry);
      }}
    >
      <EntryWords entry={entry} t={t} format={format} />
      {isRecent && (
        // A line of a list holds no button: for the pointer this cross, for the keyboard Del.
        <span data-forget className={css.cross} title={t('search.forget', { text: entry.text })} aria-hidden>
          <X size={16} />
        </span>
      )}
    </div>
  );
}
