import { describe, expect, it } from 'vitest';
import type { Profile, UpdateProfileRequest } from '../../../contract/api/personal-data.ts';
import { fail, ok } from '../../../contract/result.ts';
import { createPersonProfile } from './profile.ts';

const profile: Profile = {
  name: 'Anna Litvin',
  birthDate: '1990-02-03',
  phone: null,
  address: { street: null, city: null, postalCode: null },
  socialLinks: [],
};

function scene(isThere = true) {
  const sent: UpdateProfileRequest[] = [];
  const names: string[] = [];
  const person = createPersonProfile({
    service: {
      personalData: () => Promise.resolve(isThere ? ok({ profile } as never) : fail('service-unreachable')),
      updateProfile(change) {
        sent.push(change);
        return Promise.resolve(isThere ? ok({ ...profile, ...change } as Profile) : fail('service-unreachable'));
      },
    },
    authorized: (call) => call('token'),
    clock: { nowMs: () => Date.UTC(2026, 10, 23) },
    onName: (name) => Promise.resolve(void names.push(name)),
  });
  return { person, sent, names };
}

describe('what the service knows about the person', () => {
  it('G3: is read and corrected there, and the app takes the new name', async () => {
    const { person, sent, names } = scene();
    expect(await person.read()).toEqual(ok(profile));
    expect(await person.update({ name: 'Anna Maria' })).toEqual(ok({ ...profile, name: 'Anna Maria' }));
    expect([sent, names]).toEqual([[{ name: 'Anna Maria' }], ['Anna Maria']]);
  });

  it('G3 G8: a birth date that says under 18 is refused before anything is sent, one that can be nobody’s too', async () => {
    const { person, sent } = scene();
    expect(await person.update({ name: 'Someone', birthDate: '2008-11-24' })).toEqual(fail('guardian-required'));
    expect(await person.update({ birthDate: '2027-01-01' })).toEqual(fail('bad-request'));
    expect(sent).toEqual([]);
    expect(await person.update({ birthDate: '2008-11-23' })).toMatchObject({ ok: true });
  });

  it('G3: without the service nothing is changed here', async () => {
    const { person, names } = scene(false);
    expect(await person.read()).toEqual(fail('service-unreachable'));
    expect(await person.update({ name: 'Anna Maria' })).toEqual(fail('service-unreachable'));
    expect(names).toEqual([]);
  });
});
