import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../lib/keys/use-keys.ts';
import { type CommandId, shareCommands } from '../../lib/keys/commands.ts';
import { searchKeyLabel } from '../../lib/search-key.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import css from './help-sheet.module.css';

/** Which keys do what, as they are in force now. */
export function HelpSheet(props: {
  readonly open: boolean;
  /** Elsewhere than on the dark stage of the player. */
  readonly offStage?: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const keys = useKeys();
  const of = (...ids: readonly CommandId[]): readonly string[] => ids.flatMap((id) => keys.of(id));
  const [none, ...tenths] = shareCommands.map((id) => keys.of(id)[0]);
  const usual = [none, ...tenths].every((label, share) => label === String(share));
  const shares = usual ? ['0', '…', '9'] : [none, ...tenths].filter((label) => label !== undefined);
  const groups = [
    {
      title: t('help.playing'),
      rows: [
        [t('help.play'), of('play')],
        [t('help.short'), of('short-back', 'short-forward')],
        [t('help.long'), of('long-back', 'long-forward')],
        [t('help.share'), shares],
        [t('help.ends'), of('start', 'end')],
        [t('help.frame'), of('frame-back', 'frame-forward')],
        [t('study.helpLoop'), of('loop-a', 'loop-b', 'loop-clear')],
        [t('help.speed'), of('slower', 'faster')],
        [t('help.chapter'), of('chapter-previous', 'chapter-next')],
        [t('help.lecture'), of('lecture-previous', 'lecture-next')],
      ],
    },
    {
      title: t('help.around'),
      rows: [
        [t('help.volume'), of('louder', 'quieter')],
        [t('help.mute'), of('mute')],
        [t('help.captions'), of('captions')],
        [t('help.selectLine'), ['Shift+Enter']],
        [t('keys.command.bookmark'), of('bookmark')],
        [t('keys.command.note'), of('note')],
        [t('help.full'), of('full-screen')],
        [t('keys.command.theatre'), of('theatre')],
        [t('help.picture'), of('picture')],
        [t('keys.command.mini'), of('mini')],
        [t('keys.command.sleep'), of('sleep')],
        [t('help.help'), of('help')],
        [t('search.title'), [searchKeyLabel(keys.platform)]],
      ],
    },
  ] as const;
  return (
    <Sheet
      open={props.open}
      stage={!props.offStage}
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
              {group.rows.map(([words, labels]) => (
                <div key={words} className={css.row}>
                  <dt>{words}</dt>
                  <dd className={css.keys}>
                    {labels.length === 0 && <span className={css.dots}>{t('keys.none')}</span>}
                    {labels.map((key) =>
                      key === '…' ? (
                        <span key={key} className={css.dots}>
                          {key}
                        </span>
                      ) : (
                        <KeyCap key={key}>{key}</KeyCap>
                      ),
                    )}
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
