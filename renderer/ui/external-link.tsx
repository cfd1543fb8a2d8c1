import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExternalPage } from '../../contract/domain/account.ts';
import { useErrorWords } from '../lib/error-words.ts';
import { toAppError } from '../lib/request-failed.ts';
import { useAsk } from '../lib/requests.ts';
import { Button } from './button.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { LinkButton } from './link-button.tsx';
import { Sheet } from './sheet.tsx';
import { SheetButtons, SheetWords } from './sheet-parts.tsx';

/** A link to a page of the service: says first that it opens in the browser and that other rules hold there. */
export function ExternalLink(props: {
  readonly page: ExternalPage;
  readonly children: ReactNode;
  readonly quiet?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const open = useAsk('external.open');
  const words = useErrorWords(open.error ? toAppError(open.error) : null);
  const wordsId = useId();
  const close = (): void => {
    setAsking(false);
    open.reset();
  };
  return (
    <>
      <LinkButton
        quiet={props.quiet ?? false}
        aria-haspopup="dialog"
        onPress={() => {
          setAsking(true);
        }}
      >
        {props.children}
      </LinkButton>
      <Sheet open={asking} title={t('external.title')} describedBy={wordsId} onClose={close}>
        <SheetWords id={wordsId}>
          <p>{t(`external.page.${props.page}`)}</p>
          <p>{t('external.rules')}</p>
        </SheetWords>
        {words && <ErrorNotice words={words} />}
        <SheetButtons>
          <Button onPress={close}>{t('external.stay')}</Button>
          <Button
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- in a dialog its answer takes the focus.
            autoFocus
            look="primary"
            isPending={open.isPending}
            onPress={() => {
              open.mutate({ page: props.page }, { onSuccess: close });
            }}
          >
            {t('external.open')}
          </Button>
        </SheetButtons>
      </Sheet>
    </>
  );
}
