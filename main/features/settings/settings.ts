import { defaultSettings } from '../../../contract/domain/settings.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ComputerStore } from '../../ports.ts';

/** What a person chose for this computer, kept in `computer.db`. */
export interface SettingsFeature {
  /** Reads what was kept; with an unreadable store the defaults hold. */
  load(): Promise<Settings>;
  read(): Settings;
  /** Changes some; what could not be kept on disk still holds for this run. */
  update(change: Partial<Settings>): Promise<Result<Settings>>;
}

/** Makes the settings feature. */
export function createSettings(deps: {
  readonly computer: ComputerStore;
  readonly onChange: (settings: Settings) => void;
}): SettingsFeature {
  let current = defaultSettings;
  return {
    async load() {
      const kept = await deps.computer.readSettings();
      if (kept.ok) current = kept.value;
      return current;
    },
    read: () => current,
    async update(change) {
      current = { ...current, ...change };
      deps.onChange(current);
      const kept = await deps.computer.writeSettings(current);
      return kept.ok ? ok(current) : kept;
    },
  };
}
