import { Captions, FileText, Paperclip, Video, Volume2, WifiOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseDetail } from '../../../contract/domain/views.ts';
import { useFormat } from '../../lib/format.ts';
import css from './course.module.css';
import { contentsOf } from './course-contents.ts';

/** What comes with a course: pictures and sound, captions, slides, files, and that it plays without a network. */
export function WhatYouGet({ course }: { readonly course: CourseDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const contents = contentsOf(course);
  const named = (languages: readonly string[]) => format.list(languages.map((tag) => format.language(tag)));
  return (
    <>
      <h2 className={css.sectionTitle}>{t('course.get.title')}</h2>
      <ul className={css.contents}>
        {contents.bestVideo !== null && (
          <Line icon={Video}>{t('course.get.video', { quality: t(`quality.${contents.bestVideo}`) })}</Line>
        )}
        {contents.hasSoundOnly && <Line icon={Volume2}>{t('course.get.sound')}</Line>}
        {contents.captionLanguages.length > 0 && (
          <Line icon={Captions}>{t('course.get.captions', { languages: named(contents.captionLanguages) })}</Line>
        )}
        {contents.partlyCaptioned.map(({ language, lectureCount }) => (
          <Line key={language} icon={Captions}>
            {t('course.get.someCaptions', {
              language: format.language(language),
              done: format.number(lectureCount),
              count: contents.lectureCount,
            })}
          </Line>
        ))}
        {contents.withSlidesCount > 0 && (
          <Line icon={FileText}>{t('course.get.slides', { count: contents.withSlidesCount })}</Line>
        )}
        {contents.otherFileCount > 0 && (
          <Line icon={Paperclip}>{t('course.get.files', { count: contents.otherFileCount })}</Line>
        )}
        {course.available && <Line icon={WifiOff}>{t('course.get.offline')}</Line>}
      </ul>
    </>
  );
}

function Line({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }): ReactNode {
  return (
    <li>
      <Icon size={16} aria-hidden />
      <span>{children}</span>
    </li>
  );
}
