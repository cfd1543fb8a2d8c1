import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../lib/requests.ts';
import { Sheet } from '../../ui/sheet.tsx';
import css from './help-sheet.module.css';

/** Which keys do what. */
export function HelpSheet(props: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const mac = useRequest('app.about', null).data?.platform === 'macos';
  const chapterKey = mac ? '⌥' : 'Ctrl';
  const groups = [
    {
      title: t('help.playing'),
      rows: [
        [t('help.play'), ['Space', 'K']],
        [t('help.short'), ['←', '→']],
        [t('help.long'), ['J', 'L']],
        [t('help.share'), ['0', '…', '9']],
        [t('help.ends'), ['Home', 'End']],
        [t('help.frame'), [',', '.']],
        [t('help.speed'), ['<', '>']],
      ],
    },
    {
      title: t('help.around'),
      rows: [
        [t('help.chapter'), [`${chapterKey}+←`, `${chapterKey}+→`]],
        [t('help.lecture'), ['Shift+P', 'Shift+N']],
        [t('help.volume'), ['↑', '↓']],
        [t('help.mute'), ['M']],
        [t('help.captions'), ['C']],
        [t('help.full'), ['F']],
        [t('help.picture'), ['I']],
        [t('help.help'), ['?']],
      ],
    },
  ] as const;
  return (
    <Sheet
      open={props.open}
      stage
      wide
      title={t('help.title')}
      closeLabel={t('common.close')}
      onClose={() => {
        props.onOpenChange(false);
      }}
    >
      <div className={css.groups}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className={css.group}>{group.title}</h3>
            <dl>
              {group.rows.map(([words, keys]) => (
                <div key={words} className={css.row}>
                  <dt>{words}</dt>
                  <dd className={css.keys}>
                    {keys.map((key) => (
                      <kbd key={key} className={key === '…' ? css.dots : css.key}>
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={css.note}>{t('help.note')}</p>
    </Sheet>
  );
}
