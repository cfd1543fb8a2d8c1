import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chordsPerCommand } from '../../../../contract/domain/key-presets.ts';
import type { Settings } from '../../../../contract/domain/settings.ts';
import { useFormat } from '../../../lib/format.ts';
import { assign, takenBy, withKeys } from '../../../lib/keys/bindings.ts';
import type { Chord } from '../../../lib/keys/chords.ts';
import { type CommandId, takesModifier } from '../../../lib/keys/commands.ts';
import { presetKeys } from '../../../lib/keys/presets.ts';
import { useKeys } from '../../../lib/keys/use-keys.ts';
import { Button } from '../../../ui/button.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { commandName } from './command-name.ts';
import css from './keyboard.module.css';
import { type Recorded, useRecorder } from './use-recorder.ts';

/** What the sheet is doing: nothing, listening for a key, or asking about one that is taken. `replaced` null adds a key. */
type Doing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'listening'; readonly replaced: Chord | null }
  | { readonly kind: 'refused'; readonly why: 'system' | 'window' }
  | { readonly kind: 'taken'; readonly replaced: Chord | null; readonly chord: Chord; readonly by: CommandId };

const nothing: Doing = { kind: 'nothing' };

/** The keys of one command: press to record, remove, and what to do about a key that is taken. */
export function KeysSheet(props: {
  readonly id: CommandId;
  readonly settings: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = useKeys();
  const { id, settings, onChange } = props;
  const { map, platform, label } = keys;
  const [doing, setDoing] = useState<Doing>(nothing);
  const chords = map[id];
  const command = commandName(id, t, format);
  const change = (changes: Parameters<typeof withKeys>[1]): void => {
    onChange({ playerKeys: withKeys(settings.playerKeys, changes, platform) });
    setDoing(nothing);
  };
  const give = (chord: Chord, replaced: Chord | null): void => {
    change(assign(map, { to: id, chord, replaced }));
  };
  const onRecorded = (recorded: Recorded): void => {
    if (doing.kind !== 'listening' || recorded.kind === 'left-off') setDoing(nothing);
    else if (recorded.kind === 'refused') setDoing({ kind: 'refused', why: recorded.why });
    else {
      const { chord } = recorded;
      const { replaced } = doing;
      const by = takenBy(map, chord, id);
      if (by === null) give(chord, replaced);
      else setDoing({ kind: 'taken', chord, by, replaced });
    }
  };
  useRecorder(doing.kind === 'listening' ? { withModifier: takesModifier(id), platform } : null, onRecorded);
  const isPreset = chords.join(' ') === presetKeys(settings.playerKeys.preset, platform)[id].join(' ');

  return (
    <Sheet open title={t('keys.changeTitle', { command })} closeLabel={t('common.close')} onClose={props.onClose}>
      <div className={css.sheet}>
        {chords.length === 0 && <p className={css.none}>{t('keys.none')}</p>}
        <ul>
          {chords.map((chord) => (
            <li key={chord} className={css.row}>
              <span className={css.name}>
                <KeyCap>{label(chord)}</KeyCap>
              </span>
              <Button
                size="small"
                aria-label={t('keys.record', { key: label(chord) })}
                onPress={() => {
                  setDoing({ kind: 'listening', replaced: chord });
                }}
              >
                {t('keys.recordShort')}
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={t('keys.remove', { key: label(chord) })}
                onPress={() => {
                  change({ [id]: chords.filter((each) => each !== chord) });
                }}
              >
                {t('keys.removeShort')}
              </Button>
            </li>
          ))}
        </ul>
        <div role="status" className={css.words}>
          {doing.kind === 'listening' && t('keys.listening')}
          {doing.kind === 'refused' && refusedWords()}
        </div>
        {doing.kind === 'taken' && (
          <Notice
            urgent
            title={t('keys.taken', { key: label(doing.chord), command: commandName(doing.by, t, format) })}
          >
            <span className={css.buttons}>
              <Button
                size="small"
                look="primary"
                onPress={() => {
                  give(doing.chord, doing.replaced);
                }}
              >
                {doing.replaced === null ? t('keys.take') : t('keys.swap')}
              </Button>
              <Button
                size="small"
                onPress={() => {
                  setDoing(nothing);
                }}
              >
                {t('keys.keep')}
              </Button>
            </span>
          </Notice>
        )}
        <div className={css.foot}>
          <Button
            size="small"
            isDisabled={chords.length >= chordsPerCommand}
            onPress={() => {
              setDoing({ kind: 'listening', replaced: null });
            }}
          >
            {t('keys.add')}
          </Button>
          <Button
            size="small"
            look="quiet"
            isDisabled={isPreset}
            onPress={() => {
              resetOne();
            }}
          >
            {t('keys.reset')}
          </Button>
          <Button size="small" onPress={props.onClose}>
            {t('keys.done')}
          </Button>
        </div>
      </div>
    </Sheet>
  );

  function refusedWords(): string {
    if (doing.kind === 'refused' && doing.why === 'window') return t('keys.refusedWindow');
    return takesModifier(id)
      ? t('keys.refusedSystemChapter', { modifier: platform === 'macos' ? '⌥' : 'Ctrl' })
      : t('keys.refusedSystem');
  }

  /** Takes the preset's keys back, also from whoever has them now. */
  function resetOne(): void {
    const wanted = presetKeys(settings.playerKeys.preset, platform)[id];
    const others = Object.fromEntries(
      wanted.flatMap((chord) => {
        const by = takenBy(map, chord, id);
        return by === null ? [] : [[by, map[by].filter((each) => !wanted.includes(each))]];
      }),
    );
    change({ ...others, [id]: wanted });
  }
}
