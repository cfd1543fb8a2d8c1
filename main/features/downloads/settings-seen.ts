import type { Settings } from '../../../contract/domain/settings.ts';

/** Tells whether settings that move a download are others than when it was asked last: a volume that is turned moves none. */
export interface SettingsSeen {
  isOther(settings: Settings): boolean;
}

/** Makes one that has seen nothing. */
export function createSettingsSeen(): SettingsSeen {
  let seen = '';
  return {
    isOther(settings) {
      const { downloadConcurrency, downloadsPaused, downloadNight, downloadKeepsAwake } = settings;
      const { downloadMetered, lineIsMetered, downloadCapBytes, downloadFloorBytes } = settings;
      const rules = [downloadConcurrency, downloadsPaused, downloadNight, downloadKeepsAwake];
      const next = JSON.stringify([...rules, downloadMetered, lineIsMetered, downloadCapBytes, downloadFloorBytes]);
      const isOther = next !== seen;
      seen = next;
      return isOther;
    },
  };
}
