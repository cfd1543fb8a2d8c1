import { useRouter } from '@tanstack/react-router';
import { CalendarX, Ellipsis, GraduationCap, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListLoadMoreItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry, HistoryRemoval } from '../../../contract/domain/history.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import { useFormat } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { DayButton } from './day-button.tsx';
import css from './history.module.css';
import { tabThroughDay } from './day-keys.ts';
import type { HistoryList as List } from './use-history.ts';
import { useComputerNames } from './use-computer-names.ts';
import { useDayWords } from './use-day-words.ts';
import { useRemovingHistory } from './use-removing-history.ts';

/** Lines are of one height, so that what is not in sight need not be laid out. */
const layoutOptions = { rowHeight: 64, headingHeight: 56, loaderHeight: 40 };

/** The history by day; only the lines in sight are in the document. Enter opens a lecture, Delete deletes its line, Tab goes on to the button of its day. */
export function HistoryList({ list }: { readonly list: List }): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const dayWords = useDayWords();
  const computerName = useComputerNames();
  const remove = useRemovingHistory();
  const entries = list.days.flatMap((day) => day.entries);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' || !(event.target instanceof Element)) return;
    const id = event.target.closest<HTMLElement>('[role="row"][data-key]')?.dataset['key'];
    const entry = entries.find((each) => each.id === id);
    if (!entry) return;
    if (event.shiftKey) remove({ day: entry.day }, null);
    else remove({ entryIds: [entry.id] }, entry.lectureTitle);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the rows in it have the focus; this only hears more keys.
    <div className={css.list} onKeyDown={onKeyDown} onKeyDownCapture={tabThroughDay}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={t('history.title')}
          className={css.grid ?? ''}
          data-scroll-restoration-id="history"
          onAction={(key) => {
            const entry = entries.find(({ id }) => id === key);
            if (entry?.isInCatalogue === true)
              void router.navigate({ to: '/watch/$lectureId', params: { lectureId: entry.lectureId } });
          }}
        >
          {/* A collection keeps what it made of an item until one of these is another. */}
          <Collection items={list.days} dependencies={[dayWords, computerName]}>
            {({ day, entries: own }) => (
              <GridListSection id={day}>
                <GridListHeader className={css.day ?? ''}>
                  <h2 className={css.dayName}>{dayWords(day)}</h2>
                  <DayButton day={day} words={dayWords(day)} onRemove={remove} />
                </GridListHeader>
                <Collection items={own} dependencies={[dayWords, computerName]}>
                  {(entry) => (
                    <Line entry={entry} computer={computerName(entry.deviceId)} dayWords={dayWords} onRemove={remove} />
                  )}
                </Collection>
              </GridListSection>
            )}
          </Collection>
          {list.hasMore && (
            <GridListLoadMoreItem className={css.more ?? ''} isLoading={list.isReadingMore} onLoadMore={list.readMore}>
              {t('common.loading')}
            </GridListLoadMoreItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
}

function Line(props: {
  readonly entry: HistoryEntry;
  /** The name of another computer that it was watched on, if it is known. */
  readonly computer: string | null;
  readonly dayWords: (day: LocalDay) => string;
  readonly onRemove: (removal: HistoryRemoval, title: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { entry, dayWords } = props;
  const { lectureTitle: title } = entry;
  const at = (timeMs: number): string => format.dayMinute(minuteOfDay(timeMs, entry.offsetMinutes));
  const pick = (id: string): void => {
    if (id === 'entry') props.onRemove({ entryIds: [entry.id] }, title);
    else if (id === 'day') props.onRemove({ day: entry.day }, null);
    else props.onRemove({ courseId: entry.courseId }, null);
  };
  return (
    <GridListItem id={entry.id} textValue={title} className={css.line ?? ''} data-open={open}>
      <span className={css.time}>{at(entry.startedAtMs)}</span>
      <span className={css.words}>
        <span className={css.title}>{title}</span>
        <span className={css.course}>
          {[entry.courseTitle, !entry.isInCatalogue && t('history.gone'), props.computer].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={css.watched}>
        {t('history.watched', { time: format.duration(entry.watchedMs) })}
        <span className={css.place}>
          {t('history.upTo', { place: format.clock(entry.toMs), whole: format.clock(entry.durationMs) })}
        </span>
      </span>
      <Menu
        label={t('history.actions', { title })}
        placement="bottom end"
        onOpenChange={setOpen}
        trigger={
          <IconButton label={t('history.actions', { title })} size="small">
            <Ellipsis size={18} aria-hidden />
          </IconButton>
        }
        entries={[
          { id: 'entry', label: t('history.removeOne'), icon: <Trash2 size={16} aria-hidden /> },
          {
            id: 'day',
            label: t('history.removeDay', { day: dayWords(entry.day) }),
            icon: <CalendarX size={16} aria-hidden />,
          },
          { id: 'course', label: t('history.removeCourse'), icon: <GraduationCap size={16} aria-hidden /> },
        ]}
        onPick={pick}
      />
    </GridListItem>
  );
}

/** Minutes since midnight where the person was then. */
function minuteOfDay(timeMs: number, offsetMinutes: number): number {
  const minutes = Math.floor(timeMs / 60_000) + offsetMinutes;
  return ((minutes % 1440) + 1440) % 1440;
}
