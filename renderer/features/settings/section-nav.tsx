import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SectionId, sectionId, sections } from './sections.ts';
import css from './settings.module.css';

/** How far under the top of the screen a part counts as the one being read, in pixels. */
const readingLine = 120;
/** A press scrolls; what the screen tells of that scroll does not change what was pressed. */
const settleMs = 250;

/** The part that is being read: the last one that has passed the reading line, at the very end the last of all. */
function beingRead(scroller: Element): SectionId {
  const top = scroller.getBoundingClientRect().top;
  const atEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
  const passed = sections.filter(({ id }) => {
    const section = document.getElementById(sectionId(id));
    return section && section.getBoundingClientRect().top - top <= readingLine;
  });
  return (atEnd ? sections.at(-1) : passed.at(-1))?.id ?? 'look';
}

/** Brings a part to the top and gives it the focus. */
function show(id: SectionId): void {
  const section = document.getElementById(sectionId(id));
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

/** The way through the settings, beside them where there is room. */
export function SectionNav(): ReactNode {
  const { t } = useTranslation();
  const nav = useRef<HTMLElement>(null);
  const pressedAtMs = useRef(0);
  const hash = useLocation({ select: (location) => location.hash });
  const asked = sections.find(({ id }) => sectionId(id) === hash)?.id ?? null;
  const [current, setCurrent] = useState<SectionId>(asked ?? 'look');
  useEffect(() => {
    const scroller = nav.current?.closest('main');
    if (!scroller) return undefined;
    const follow = (event: Event): void => {
      if (event.timeStamp - pressedAtMs.current > settleMs) setCurrent(beingRead(scroller));
    };
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', follow);
    };
  }, []);
  // Somebody was sent here for one part.
  useEffect(() => {
    if (asked === null) return;
    pressedAtMs.current = performance.now();
    show(asked);
  }, [asked]);
  const goTo = (id: SectionId, atMs: number): void => {
    pressedAtMs.current = atMs;
    setCurrent(id);
    show(id);
  };
  return (
    <nav ref={nav} aria-label={t('settings.sections')} className={css.nav}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className={css.link}
              aria-current={id === current ? 'true' : undefined}
              onClick={(event) => {
                goTo(id, event.timeStamp);
              }}
            >
              {t(title)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
