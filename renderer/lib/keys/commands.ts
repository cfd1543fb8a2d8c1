const shares = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** A command that leads to a tenth of the lecture. */
export type ShareCommandId = `share-${(typeof shares)[number]}`;

/** The commands that lead to 0 %, 10 % … 90 %. */
export const shareCommands: readonly ShareCommandId[] = shares.map((share) => `share-${share}` as const);

const playing = [
  'play',
  'short-back',
  'short-forward',
  'long-back',
  'long-forward',
  'start',
  'end',
  'frame-back',
  'frame-forward',
  'loop-a',
  'loop-b',
  'loop-clear',
  'slower',
  'faster',
] as const;
const around = [
  'chapter-previous',
  'chapter-next',
  'lecture-previous',
  'lecture-next',
  'louder',
  'quieter',
  'mute',
  'captions',
  'bookmark',
  'note',
  'sleep',
  'help',
] as const;
const window = ['full-screen', 'theatre', 'picture', 'mini'] as const;

/** Everything in the player that may have a key; the closed list that settings, help and keyboard share. */
export type CommandId = (typeof playing)[number] | (typeof around)[number] | (typeof window)[number] | ShareCommandId;

/** The commands in the order in which they are shown. */
export const commandGroups: readonly {
  readonly id: 'playing' | 'window' | 'around' | 'shares';
  readonly commands: readonly CommandId[];
}[] = [
  { id: 'playing', commands: playing },
  { id: 'window', commands: window },
  { id: 'around', commands: around },
  { id: 'shares', commands: shareCommands },
];

/** All of them. */
export const commandIds: readonly CommandId[] = commandGroups.flatMap(({ commands }) => commands);

/** Moves between chapters: the only commands that take a key with Ctrl (on macOS ⌥). */
export function takesModifier(id: CommandId): boolean {
  return id === 'chapter-previous' || id === 'chapter-next';
}
