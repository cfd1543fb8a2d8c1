// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { ComputerRules } from '../../contract/domain/computer.ts';
import { type ComputerAnswer, useComputerAnswer } from './computer-answer.ts';
import { requestKey } from './requests.ts';
import { ownComputer } from './testing/sample-answers.ts';

afterEach(cleanup);

/** The form's view of a computer with these rules. */
function answerWith(rules: Partial<ComputerRules>): { readonly current: ComputerAnswer } {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(requestKey('computer.read', null), { ...ownComputer, ...rules });
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode =>
    createElement(QueryClientProvider, { client }, children);
  return renderHook(() => useComputerAnswer(), { wrapper }).result;
}
const asked = { use: null, remember: 'offered' } as const;

test('A2: the box is ticked for one’s own computer only, and not there on a public one', () => {
  const answer = answerWith(asked);
  expect(answer.current).toMatchObject({ asks: true, unanswered: true, box: { kind: 'box', ticked: false } });
  act(() => {
    answer.current.setUse('mine');
  });
  expect(answer.current).toMatchObject({ unanswered: false, box: { kind: 'box', ticked: true } });
  act(() => {
    answer.current.setUse('shared');
  });
  expect(answer.current.box).toMatchObject({ kind: 'box', ticked: false });
  act(() => {
    answer.current.setUse('public');
  });
  expect(answer.current.box).toEqual({ kind: 'none', because: 'public' });
});

test('A2: once touched, the box stays as the person left it', () => {
  const answer = answerWith({ use: 'mine', remember: 'preselected' });
  const { box } = answer.current;
  act(() => {
    if (box.kind === 'box') box.tick(false);
  });
  expect(answer.current).toMatchObject({ asks: false, box: { kind: 'box', ticked: false } });
});

test('A9: what the policy file has decided is not asked, and no answer changes it', () => {
  const fixed = { use: true, idleMinutes: false, remember: true };
  expect(answerWith({ use: 'public', remember: 'never', fixed }).current).toMatchObject({
    asks: false,
    box: { kind: 'none', because: 'public-policy' },
  });
  const answer = answerWith({ ...asked, remember: 'never', fixed: { ...fixed, use: false } });
  act(() => {
    answer.current.setUse('mine');
  });
  expect(answer.current.box).toEqual({ kind: 'none', because: 'policy' });
});
