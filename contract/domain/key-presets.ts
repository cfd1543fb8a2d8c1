/** Whose keys the player takes: our own, or those of a player somebody is used to. */
export const keyPresets = ['lectoroom', 'youtube', 'vlc'] as const;
export type KeyPreset = (typeof keyPresets)[number];

/** The most keys that one command may have. */
export const chordsPerCommand = 4;
