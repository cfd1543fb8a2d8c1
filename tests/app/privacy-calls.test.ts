import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsentRecord } from '../../contract/api/policies.ts';
import { DeviceId } from '../../contract/domain/ids.ts';
import { createHttpServiceApi } from '../../main/adapters/http/http-service-api.ts';
import { anna, createAppRig, valueOf, type AppRig } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

async function signedIn() {
  const api = createHttpServiceApi({ origin: () => Promise.resolve(rig.service.origin), fetch });
  const device = { id: DeviceId.parse('device-1'), name: 'Test', platform: 'linux' } as const;
  const { email, password } = anna;
  const { accessToken: token } = valueOf(await api.signIn({ email, password, device, remember: false }));
  return { api, token };
}

describe('the calls about privacy, against the service itself', () => {
  it('F1 F2 F5 F7: policies, cookies, processors, usage and decisions', async () => {
    const { api, token } = await signedIn();
    rig.service.publishPolicy({ version: '2999-01', change: 'major', inForceFrom: '2999-01-01' });
    const { privacy } = valueOf(await api.policies());
    expect(privacy.map(({ version }) => version)).toEqual(['2999-01', '2026-01']);
    expect(valueOf(await api.cookies()).items.length).toBeGreaterThan(3);
    expect(valueOf(await api.processors()).processors).toHaveLength(5);
    const day = new Date().toISOString().slice(0, 10);
    const usage = { day, appVersion: '1.0.0', platform: 'linux', lecturesPlayed: '6+' } as const;
    expect(await api.reportUsage(usage)).toEqual({ ok: true, value: null });
    const consent: ConsentRecord = {
      id: randomUUID(),
      policyVersion: '2026-01',
      action: 'reject-all',
      functional: false,
      advertisement: false,
      decidedAt: new Date().toISOString(),
    };
    for (const told of [consent, consent]) valueOf(await api.tellConsent(told, token));
    expect(valueOf(await api.personalData(token)).consents).toEqual([consent]);
  });

  it('G1 G3 G5 G6 G7 G8: what there is, corrections, mail, stopping, requests', async () => {
    const { api, token } = await signedIn();
    expect(valueOf(await api.updateProfile({ phone: '+7 999 1234567' }, token)).phone).toBe('+7 999 1234567');
    expect(await api.updateProfile({ birthDate: '2020-01-01' }, token)).toMatchObject({
      error: { code: 'guardian-required' },
    });
    expect(valueOf(await api.setMarketing({ newsletter: true, offers: false }, token)).newsletter).toBe(true);
    const stopped = { restricted: true, objectsToMarketing: true, objectsToProfiling: false };
    expect(valueOf(await api.setProcessing(stopped, token))).toEqual(stopped);
    expect(valueOf(await api.processing(token))).toEqual(stopped);
    expect(valueOf(await api.marketing(token))).toEqual({ newsletter: false, offers: false });
    expect(await api.setMarketing({ newsletter: true, offers: false }, token)).toMatchObject({
      error: { code: 'restricted' },
    });
    const asked = { id: randomUUID(), kind: 'portability', text: '', askedAt: new Date().toISOString() } as const;
    const request = valueOf(await api.sendPrivacyRequest(asked, token));
    expect(valueOf(await api.privacyRequests(token)).requests).toEqual([request]);
    const data = valueOf(await api.personalData(token));
    expect(data).toMatchObject({ profile: { phone: '+7 999 1234567' }, processing: stopped, requests: [request] });
  });

  it('G4: what would be kept, the wrong password, the receipt, and afterwards the session is over', async () => {
    const { api, token } = await signedIn();
    const { kept } = valueOf(await api.erasurePreview(token));
    expect(kept).toMatchObject([{ kind: 'billing', count: 3 }]);
    expect(await api.eraseAccount('wrong', token)).toMatchObject({ error: { code: 'wrong-credentials' } });
    expect(valueOf(await api.eraseAccount(anna.password, token)).kept).toEqual(kept);
    expect(await api.eraseAccount(anna.password, token)).toMatchObject({ error: { code: 'session-ended' } });
  });
});
