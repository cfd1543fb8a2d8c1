import { FolderOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseLength } from '../../../contract/domain/export.ts';
import type { ImportPreview } from '../../../contract/domain/import.ts';
import { ask } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useOnce } from '../../lib/use-once.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/text-field.tsx';
import css from './export.module.css';
import { ImportChoice } from './import-choice.tsx';
import { ProgressPart } from './progress-part.tsx';

/** Choosing an export, and seeing what it would change. */
export function ImportPart(): ReactNode {
  const { t } = useTranslation();
  const [file, setFile] = useState<{ readonly fileName: string; readonly encrypted: boolean } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const picking = useOnce('import.pick');
  const looking = useOnce('import.look');
  const failed = picking.error ?? (looking.error?.code === 'cancelled' ? null : looking.error);
  const error = useErrorWords(failed);
  const reset = (): void => {
    setFile(null);
    setPassphrase('');
    setPreview(null);
    looking.clear();
    void ask('import.stop', null).catch(() => undefined);
  };
  const look = async (given: string | null): Promise<void> => {
    const seen = await looking.send({ passphrase: given });
    if (seen === null) return;
    looking.clear();
    setPassphrase('');
    setPreview(seen);
  };
  const pick = async (): Promise<void> => {
    const picked = await picking.send(null);
    if (picked === null) return;
    looking.clear();
    setPreview(null);
    setPassphrase('');
    setFile(picked);
    if (!picked.encrypted) await look(null);
  };
  return (
    <Block title={t('takeAlong.bring')}>
      <div className={css.body}>
        <p className={css.soft}>{t('takeAlong.bringLead')}</p>
        <div className={css.buttons}>
          <Button
            icon={<FolderOpen size={16} aria-hidden />}
            isPending={picking.busy || looking.busy}
            onPress={() => void pick()}
          >
            {t('takeAlong.choose')}
          </Button>
          {looking.busy && <Button onPress={reset}>{t('takeAlong.stop')}</Button>}
        </div>
        {file && <p>{t('takeAlong.chosen', { file: file.fileName })}</p>}
        {file?.encrypted === true && preview === null && (
          <form
            className={css.fields}
            onSubmit={(event) => {
              event.preventDefault();
              if (passphrase !== '') void look(passphrase);
            }}
          >
            <PasswordField
              label={t('takeAlong.passphrase')}
              showLabel={t('takeAlong.show')}
              hideLabel={t('takeAlong.hide')}
              autoComplete="off"
              maxLength={passphraseLength.most}
              value={passphrase}
              onChange={(value) => {
                setPassphrase(value);
                looking.clear();
              }}
            />
            <div className={css.buttons}>
              <Button type="submit" isPending={looking.busy}>
                {t('takeAlong.look')}
              </Button>
            </div>
          </form>
        )}
        {looking.busy && <ProgressPart label={t('takeAlong.reading')} />}
        {error && <ErrorNotice words={error} />}
        {preview && <ImportChoice preview={preview} onEnd={reset} />}
      </div>
    </Block>
  );
}
