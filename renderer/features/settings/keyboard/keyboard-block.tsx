import { type ReactNode, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keyPresets } from '../../../../contract/domain/key-presets.ts';
import type { Settings } from '../../../../contract/domain/settings.ts';
import { useFormat } from '../../../lib/format.ts';
import { isSingleKey } from '../../../lib/keys/chords.ts';
import { type CommandId, commandGroups } from '../../../lib/keys/commands.ts';
import { type KeysNow, useKeys } from '../../../lib/keys/use-keys.ts';
import { useToasts } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { Block } from '../../../ui/page.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Row } from '../row.tsx';
import { sectionId } from '../sections.ts';
import settingsCss from '../settings.module.css';
import { commandName } from './command-name.ts';
import css from './keyboard.module.css';
import { KeysSheet } from './keys-sheet.tsx';

/** Which key does what in the player, to be changed one by one or as a whole. */
export function KeyboardBlock(props: {
  readonly settings: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { settings, onChange } = props;
  const show = useToasts((state) => state.show);
  const [listed, setListed] = useState(false);
  const [editing, setEditing] = useState<CommandId | null>(null);
  const before = settings.playerKeys;
  const isChanged = Object.keys(before.changed).length > 0;
  const replaceAll = (preset: typeof before.preset, text: string): void => {
    onChange({ playerKeys: { preset, changed: {} } });
    if (!isChanged) return;
    show({
      text,
      undo: () => {
        onChange({ playerKeys: before });
      },
    });
  };
  return (
    <Block
      id={sectionId('keyboard')}
      title={t('keys.title')}
      aside={
        <Button
          size="small"
          isDisabled={!isChanged}
          onPress={() => {
            replaceAll(before.preset, t('keys.resetAllDone'));
          }}
        >
          {t('keys.resetAll')}
        </Button>
      }
    >
      <Row title={t('keys.preset')} hint={t('keys.presetHint')}>
        <Segmented
          label={t('keys.preset')}
          value={before.preset}
          onChange={(preset) => {
            replaceAll(preset, t('keys.presetChanged'));
          }}
          options={keyPresets.map((id) => ({ id, label: t(`keys.presets.${id}`) }))}
        />
      </Row>
      <div className={settingsCss.boxes}>
        <Checkbox
          label={t('keys.single')}
          hint={t('keys.singleHint')}
          checked={settings.playerSingleKeys}
          onChange={(playerSingleKeys) => {
            onChange({ playerSingleKeys });
          }}
        />
      </div>
      <Row title={t('keys.every')} hint={t('keys.everyHint')}>
        <Button
          size="small"
          aria-expanded={listed}
          onPress={() => {
            setListed(!listed);
          }}
        >
          {listed ? t('keys.hide') : t('keys.show')}
        </Button>
      </Row>
      {listed && commandGroups.map((group) => <Group key={group.id} {...group} onEdit={setEditing} />)}
      {editing !== null && (
        <KeysSheet
          id={editing}
          settings={settings}
          onChange={onChange}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </Block>
  );
}

function Group(props: {
  readonly id: (typeof commandGroups)[number]['id'];
  readonly commands: readonly CommandId[];
  readonly onEdit: (id: CommandId) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = useKeys();
  return (
    <section aria-label={t(`keys.group.${props.id}`)}>
      <h3 className={css.group}>{t(`keys.group.${props.id}`)}</h3>
      <ul>
        {props.commands.map((id) => {
          const command = commandName(id, t, format);
          return (
            <li key={id} className={css.row}>
              <span className={css.name}>{command}</span>
              <span className={css.keys}>
                <KeyCaps id={id} keys={keys} />
              </span>
              <Button
                size="small"
                look="quiet"
                aria-label={t('keys.changeNamed', { command })}
                onPress={() => {
                  props.onEdit(id);
                }}
              >
                {t('keys.change')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function KeyCaps({ id, keys }: { readonly id: CommandId; readonly keys: KeysNow }): ReactNode {
  const { t } = useTranslation();
  const chords = keys.map[id];
  if (chords.length === 0) return <span className={css.none}>{t('keys.none')}</span>;
  return chords.map((chord) => {
    const rests = !keys.singleKeys && isSingleKey(chord);
    return (
      <KeyCap key={chord} rests={rests}>
        {keys.label(chord)}
        {rests && <VisuallyHidden elementType="span">{t('keys.resting')}</VisuallyHidden>}
      </KeyCap>
    );
  });
}
