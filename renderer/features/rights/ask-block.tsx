import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestKind, requestTextLength } from '../../../contract/domain/rights.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Block } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import css from './rights.module.css';
import { useRights } from './use-rights.ts';

const kinds: readonly RequestKind[] = ['access', 'portability', 'rectification', 'erasure', 'restriction', 'objection'];

/** Asks the service for something in the person's own words. */
export function AskBlock(): ReactNode {
  const { t } = useTranslation();
  const { send } = useRights();
  const show = useToasts((state) => state.show);
  const [kind, setKind] = useState<RequestKind>('access');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  // Pressed again after a failure it is still the same request.
  const [id, setId] = useState(() => crypto.randomUUID());
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (await send({ id, kind, text: text.trim() })) {
      setId(crypto.randomUUID());
      setText('');
      show({ text: t('rights.ask.done') });
    }
    setBusy(false);
  };
  return (
    <Block title={t('rights.ask.title')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Choice
          label={t('rights.ask.kind')}
          options={kinds.map((each) => ({ id: each, label: t(`rights.kind.${each}`) }))}
          value={kind}
          onChange={setKind}
        />
        <TextArea
          label={t('rights.ask.text')}
          hint={t(`rights.ask.hint.${kind}`)}
          name="text"
          value={text}
          onChange={setText}
          maxLength={requestTextLength}
        />
        <div className={css.foot}>
          <Button type="submit" isPending={busy}>
            {t('rights.ask.submit')}
          </Button>
        </div>
      </form>
    </Block>
  );
}
