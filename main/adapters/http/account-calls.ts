import { Account, AccountRecord, RegionList, Terms } from '../../../contract/api/accounts.ts';
import { ok } from '../../../contract/result.ts';
import type { ServiceApi } from '../../ports.ts';
import type { HttpCaller } from './http-call.ts';

type AccountCalls = Pick<
  ServiceApi,
  'createAccount' | 'changePassword' | 'changeEmail' | 'region' | 'setRegion' | 'regions' | 'terms'
>;

/** The part of the `ServiceApi` port that is about having an account. */
export function accountCalls({ receive, command }: HttpCaller): AccountCalls {
  return {
    createAccount: (body) => receive(Account, { method: 'POST', purpose: 'sign-in', path: '/v1/accounts', body }),
    changePassword: (body, token) =>
      command({ method: 'POST', purpose: 'account', path: '/v1/account/password', token, body }),
    changeEmail: (body, token) =>
      receive(Account, { method: 'PUT', purpose: 'account', path: '/v1/account/email', token, body }),
    async region(token) {
      const record = await receive(AccountRecord, { method: 'GET', purpose: 'account', path: '/v1/account', token });
      return record.ok ? ok(record.value.region) : record;
    },
    setRegion: (region, token) =>
      command({ method: 'PUT', purpose: 'account', path: '/v1/account/region', token, body: { region } }),
    async regions() {
      const list = await receive(RegionList, { method: 'GET', purpose: 'account', path: '/v1/regions' });
      return list.ok ? ok(list.value.regions) : list;
    },
    terms: () => receive(Terms, { method: 'GET', purpose: 'sign-in', path: '/v1/terms' }),
  };
}
