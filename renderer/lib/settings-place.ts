import { create } from 'zustand';

/** A place in the settings: the id of a part in the document, and the title of a setting in it. */
export interface SettingsPlace {
  readonly section: string;
  readonly title: string | null;
}

/** The place that the settings are to show as soon as they are on screen, taken once. */
export const useSettingsPlace = create<{ readonly to: SettingsPlace | null }>(() => ({ to: null }));
