import {
  ErasurePreview,
  ErasureReceipt,
  Marketing,
  PersonalData,
  PrivacyRequest,
  PrivacyRequestList,
  Processing,
  Profile,
} from '../../../contract/api/personal-data.ts';
import { CookieRegistry, PolicyList, ProcessorList } from '../../../contract/api/policies.ts';
import type { ServiceApi } from '../../ports.ts';
import type { HttpCaller } from './http-call.ts';

type PrivacyCalls = Pick<
  ServiceApi,
  | 'policies'
  | 'cookies'
  | 'processors'
  | 'tellConsent'
  | 'reportUsage'
  | 'personalData'
  | 'updateProfile'
  | 'marketing'
  | 'setMarketing'
  | 'processing'
  | 'setProcessing'
  | 'privacyRequests'
  | 'sendPrivacyRequest'
  | 'erasurePreview'
  | 'eraseAccount'
>;

/** The part of the `ServiceApi` port that is about consent and the rights over one's data. */
export function privacyCalls({ receive, command }: HttpCaller): PrivacyCalls {
  const choices = (path: string) => ({ method: 'GET', purpose: 'privacy-choices', path }) as const;
  const read = (path: string, token: string) => ({ method: 'GET', purpose: 'data-rights', path, token }) as const;
  const write = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, token: string, body: unknown) =>
    ({ method, purpose: 'data-rights', path, token, body }) as const;
  return {
    policies: () => receive(PolicyList, choices('/v1/policies')),
    cookies: () => receive(CookieRegistry, choices('/v1/cookies')),
    processors: () => receive(ProcessorList, choices('/v1/processors')),
    tellConsent: (body, token) =>
      command({ method: 'POST', purpose: 'privacy-choices', path: '/v1/consents', token, body }),
    reportUsage: (body) => command({ method: 'POST', purpose: 'usage-statistics', path: '/v1/usage', body }),
    personalData: (token) => receive(PersonalData, read('/v1/account/data', token)),
    updateProfile: (body, token) => receive(Profile, write('PATCH', '/v1/account/profile', token, body)),
    marketing: (token) => receive(Marketing, read('/v1/account/marketing', token)),
    setMarketing: (body, token) => receive(Marketing, write('PUT', '/v1/account/marketing', token, body)),
    processing: (token) => receive(Processing, read('/v1/account/processing', token)),
    setProcessing: (body, token) => receive(Processing, write('PUT', '/v1/account/processing', token, body)),
    privacyRequests: (token) => receive(PrivacyRequestList, read('/v1/privacy/requests', token)),
    sendPrivacyRequest: (body, token) => receive(PrivacyRequest, write('POST', '/v1/privacy/requests', token, body)),
    erasurePreview: (token) => receive(ErasurePreview, read('/v1/account/erasure', token)),
    eraseAccount: (password, token) => receive(ErasureReceipt, write('DELETE', '/v1/account', token, { password })),
  };
}
