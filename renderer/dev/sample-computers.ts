import type { SignedInComputer } from '../../contract/domain/account.ts';
import type { DeviceId, SessionId } from '../../contract/domain/ids.ts';

const hourMs = 3_600_000;

/** Four computers as people name them, this one first. */
export function sampleComputers(russian: boolean): readonly SignedInComputer[] {
  const rows = [
    ['Anna’s desk', 'Рабочий стол Анны', 'linux', 0],
    ['Laptop', 'Ноутбук', 'macos', hourMs / 12],
    ['Library, second floor', 'Библиотека, второй этаж', 'windows', 30 * hourMs],
    ['DESKTOP-4K7Q2LM', 'DESKTOP-4K7Q2LM', 'windows', 800 * hourMs],
  ] as const;
  return rows.map(([english, inRussian, platform, agoMs], index) => ({
    deviceId: (index < 2 ? (['device-this', 'device-notebook'][index] ?? '') : `device-${String(index)}`) as DeviceId,
    id: `session-${String(index)}` as SessionId,
    name: russian ? inRussian : english,
    platform,
    lastSeenAtMs: Date.now() - agoMs,
    current: index === 0,
  }));
}
