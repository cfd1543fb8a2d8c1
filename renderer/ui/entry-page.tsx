import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import css from './entry-page.module.css';
import { ReadingRoom } from './reading-room.tsx';

/** A screen to come in by: a heading, what there is to know, and a form beside the picture of the reading room. */
export function EntryPage(props: {
  readonly title: string;
  readonly lead: string;
  readonly notices: ReactNode;
  readonly children: ReactNode;
  /** There is a screen this one was opened from. */
  readonly onBack: (() => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={css.screen}>
      <main className={css.side}>
        <div className={css.column}>
          {props.onBack && (
            <div className={css.back}>
              <Button look="quiet" size="small" icon={<ArrowLeft size={16} aria-hidden />} onPress={props.onBack}>
                {t('signIn.back')}
              </Button>
            </div>
          )}
          <header>
            <h1 className={css.title}>{props.title}</h1>
            <p className={css.lead}>{props.lead}</p>
          </header>
          {props.notices}
          {props.children}
        </div>
      </main>
      <aside className={css.picture} aria-hidden>
        <ReadingRoom />
        <p className={css.motto}>{t('signIn.motto')}</p>
      </aside>
    </div>
  );
}
