import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useRequest } from '../../lib/requests.ts';
import { signOut, useSignOut } from '../../lib/sign-out.ts';
import { useDelayed } from '../../lib/use-delayed.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { SignOutChoices } from './sign-out-choices.tsx';
import { SignOutFacts } from './sign-out-facts.tsx';
import css from './sign-out.module.css';

/** Asks the one question of signing out: does what is here stay locked, or is it erased. */
export function SignOutSheet(props: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const outcome = useSignOut((state) => state.outcome);
  const preview = useRequest('account.signOutPreview', null, props.open);
  const rules = useRequest('computer.read', null, props.open);
  const unfinished = useUnfinished();
  const factsId = useId();
  // After the answer the account's own screen goes; until then nothing here may be pressed twice.
  const busy = outcome.kind === 'working' || outcome.kind === 'done';
  const here = preview.data;
  const rule = rules.data?.signOut ?? 'keep';
  const onlyErase = rule === 'only-erase';
  const nothing = here !== undefined && here.lectureCount + here.placeCount + here.sizeBytes === 0 && unfinished === 0;
  const title = nothing ? t('signOut.titleNothing') : onlyErase ? t('signOut.titleErase') : t('signOut.title');
  return (
    <Sheet open={props.open} wide={!nothing} busy={busy} describedBy={factsId} title={title} onClose={props.onClose}>
      {preview.isPending || rules.isPending ? (
        <Waiting />
      ) : (
        <>
          <div id={factsId} className={css.here}>
            {nothing ? (
              <p>{t('signOut.nothing')}</p>
            ) : (
              <SignOutFacts here={here ?? null} unfinished={unfinished} onlyErase={onlyErase} />
            )}
            {onlyErase && !nothing && (
              <p>{rules.data?.fixed.use ? t('signOut.onlyEraseDecided') : t('signOut.onlyErase')}</p>
            )}
          </div>
          {!nothing && <SignOutChoices lectureCount={here?.lectureCount ?? 0} rule={rule} />}
        </>
      )}
      <SignOutFoot offersSignOut={nothing} erase={onlyErase} busy={busy} onClose={props.onClose} />
    </Sheet>
  );
}

/** In the size of what comes. */
function Waiting(): ReactNode {
  const { t } = useTranslation();
  return (
    <Loading label={t('common.loading')}>
      <div className={css.waiting}>
        <Skeleton height="46px" />
        <div className={css.choices}>
          <Skeleton height="170px" />
          <Skeleton height="170px" />
        </div>
      </div>
    </Loading>
  );
}

/** How many downloads have not come whole yet. */
function useUnfinished(): number {
  const downloads = useRequest('downloads.list', null).data ?? [];
  return downloads.filter((item) => item.state !== 'complete').length;
}

/** What is under way or went wrong, and the way back. */
function SignOutFoot(props: {
  readonly offersSignOut: boolean;
  /** Whether the plain sign-out erases as well. */
  readonly erase: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const outcome = useSignOut((state) => state.outcome);
  const late = useDelayed(props.busy, 1000);
  const words = useErrorWords(outcome.kind === 'failed' ? outcome.error : null);
  const erasing = outcome.kind === 'working' ? outcome.erase : outcome.kind === 'done' && outcome.report.erased;
  return (
    <>
      {words && <ErrorNotice words={words} />}
      <div className={css.foot}>
        <p role="status" className={css.progress}>
          {late && (erasing ? t('signOut.erasing') : t('signOut.leaving'))}
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the safe answer takes the focus. */}
        <Button autoFocus isDisabled={props.busy} onPress={props.onClose}>
          {t('signOut.cancel')}
        </Button>
        {props.offersSignOut && (
          <Button look="primary" isPending={props.busy} onPress={() => void signOut(client, props.erase)}>
            {t('signOut.plain')}
          </Button>
        )}
      </div>
    </>
  );
}
