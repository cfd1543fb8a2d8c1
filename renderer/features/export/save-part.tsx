import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportDone } from '../../../contract/domain/export.ts';
import { ask } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useToasts } from '../../lib/toasts.ts';
import { useOnce } from '../../lib/use-once.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { exportWords } from './export-words.ts';
import css from './export.module.css';
import { type NewPassphrase, PassphraseFields, type PassphraseProblem, problemOf } from './passphrase-fields.tsx';
import { ProgressPart } from './progress-part.tsx';
import { WrittenNotice } from './written-notice.tsx';

const nothing: NewPassphrase = { first: '', second: '' };

/** Who may read it, and saving it. */
export function SavePart(): ReactNode {
  const { t, i18n } = useTranslation();
  const [isProtected, setProtected] = useState(false);
  const [passphrase, setPassphrase] = useState(nothing);
  const [problem, setProblem] = useState<PassphraseProblem | null>(null);
  const [written, setWritten] = useState<ExportDone | null>(null);
  const exporting = useOnce('export.run');
  const error = useErrorWords(exporting.error?.code === 'cancelled' ? null : exporting.error);
  const show = useToasts((state) => state.show);
  const save = async (): Promise<void> => {
    const found = isProtected ? await problemOf(passphrase) : null;
    setProblem(found);
    if (found !== null) return;
    setWritten(null);
    const given = isProtected ? passphrase.first : null;
    const result = await exporting.send({ passphrase: given, words: exportWords(t, i18n.language) });
    // What was sent stays with the request until it is forgotten, and a passphrase is in it.
    if (result !== null) exporting.clear();
    if (result === null) return;
    setWritten(result);
    setPassphrase(nothing);
    show({ text: t('takeAlong.done') });
  };
  return (
    <Block title={t('takeAlong.protect')}>
      <div className={css.body}>
        <Checkbox
          label={t('takeAlong.encrypt')}
          hint={t('takeAlong.encryptHint')}
          checked={isProtected}
          isDisabled={exporting.busy}
          onChange={(on) => {
            setProtected(on);
            setProblem(null);
          }}
        />
        {isProtected ? (
          <PassphraseFields
            value={passphrase}
            problem={problem}
            isDisabled={exporting.busy}
            onChange={(value) => {
              setPassphrase(value);
              setProblem(null);
            }}
          />
        ) : (
          <Notice tone="amber" title={t('takeAlong.plain')}>
            {t('takeAlong.plainBody')}
          </Notice>
        )}
        {exporting.busy && <ProgressPart label={t('takeAlong.writing')} />}
        {error && <ErrorNotice words={error} />}
        <div className={css.buttons}>
          <Button
            look="primary"
            icon={<Download size={16} aria-hidden />}
            isPending={exporting.busy}
            onPress={() => void save()}
          >
            {t('takeAlong.save')}
          </Button>
          {exporting.busy && (
            <Button onPress={() => void ask('export.stop', null).catch(() => undefined)}>{t('takeAlong.stop')}</Button>
          )}
        </div>
        {written && <WrittenNotice written={written} />}
      </div>
    </Block>
  );
}
