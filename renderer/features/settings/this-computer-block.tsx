import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComputerRules, type ComputerUse, computerUses } from '../../../contract/domain/computer.ts';
import type { Requests } from '../../../contract/ipc.ts';
import { errorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { keepAnswer, useAsk, useRequest } from '../../lib/requests.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { IdleRow } from './idle-row.tsx';
import { PolicyNotice } from './policy-notice.tsx';
import { Row } from './row.tsx';
import { sectionId } from './sections.ts';

type Change = Requests['computer.update']['in'];

/** Whose computer this is, and what follows from it. */
export function ThisComputerBlock(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rules = useRequest('computer.read', null).data;
  const update = useAsk('computer.update');
  const [asking, setAsking] = useState(false);
  if (!rules) return null;
  const change = (part: Change): void => {
    if (update.isPending) return;
    update.mutate(part, {
      onSuccess: (next) => {
        keepAnswer(client, 'computer.read', null, next);
      },
    });
  };
  const shown = update.isPending ? { ...rules, ...update.variables } : rules;
  return (
    <Block id={sectionId('computer')} title={t('settings.computer.title')}>
      <PolicyNotice policy={rules.policy} />
      {update.error && <Refused thrown={update.error} />}
      <UseRow
        rules={shown}
        onChange={(use) => {
          if (use === 'public') setAsking(true);
          else change({ use });
        }}
      />
      <IdleRow
        rules={shown}
        onChange={(idleMinutes) => {
          change({ idleMinutes });
        }}
      />
      <Confirm
        open={asking}
        danger
        title={t('settings.computer.askTitle')}
        confirmLabel={t('settings.computer.askConfirm')}
        cancelLabel={t('settings.computer.askCancel')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          change({ use: 'public' });
        }}
      >
        {t('settings.computer.askBody')}
      </Confirm>
    </Block>
  );
}

/** Mine, shared or public, with one line on what the chosen one means. */
function UseRow(props: {
  readonly rules: Pick<ComputerRules, 'use' | 'fixed'>;
  readonly onChange: (use: ComputerUse) => void;
}): ReactNode {
  const { t } = useTranslation();
  const hintId = useId();
  const { use, fixed } = props.rules;
  const meaning = t(`settings.computer.meaning.${use ?? 'unasked'}`);
  return (
    <Row
      roomy
      hintId={hintId}
      title={t('settings.computer.use')}
      hint={fixed.use ? `${meaning} ${t('settings.computer.decided')}` : meaning}
    >
      <Segmented
        label={t('settings.computer.use')}
        describedBy={hintId}
        isDisabled={fixed.use}
        value={use}
        onChange={props.onChange}
        options={computerUses.map((id) => ({ id, label: t(`settings.computer.uses.${id}`) }))}
      />
    </Row>
  );
}

/** Why a change was not taken; a policy file that came meanwhile decides instead of the person. */
function Refused({ thrown }: { readonly thrown: unknown }): ReactNode {
  const { t } = useTranslation();
  const error = toAppError(thrown);
  if (error.code === 'not-allowed') return <Notice urgent tone="amber" title={t('settings.computer.decided')} />;
  const words = errorWords(error, t);
  return (
    <Notice urgent tone="brick" title={words.title}>
      {words.body}
    </Notice>
  );
}
