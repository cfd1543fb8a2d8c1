import { Account, Terms } from '../../../contract/api/accounts.ts';
import type { ServiceApi } from '../../ports.ts';
import type { HttpCaller } from './http-call.ts';

type AccountCalls = Pick<ServiceApi, 'createAccount' | 'changePassword' | 'changeEmail' | 'terms'>;

/** The part of the `ServiceApi` port that is about having an account. */
export function accountCalls({ receive, command }: HttpCaller): AccountCalls {
  return {
    createAccount: (body) => receive(Account, { method: 'POST', path: '/v1/accounts', body }),
    changePassword: (body, token) => command({ method: 'POST', path: '/v1/account/password', token, body }),
    changeEmail: (body, token) => receive(Account, { method: 'PUT', path: '/v1/account/email', token, body }),
    terms: () => receive(Terms, { method: 'GET', path: '/v1/terms' }),
  };
}
