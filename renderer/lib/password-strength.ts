import { inLatinLayout } from './keyboard-layout.ts';

/** What would make a password better, as a closed list of our own. */
export const strengthHints = [
  'keyboard',
  'repeat',
  'sequence',
  'date',
  'common',
  'word',
  'name',
  'personal',
  'substitution',
  'reversed',
  'capitals',
  'more',
] as const;
export type StrengthHint = (typeof strengthHints)[number];

/** How hard a password is to guess, from 0 (at once) to 4 (not in a lifetime), and what would help. */
export interface PasswordStrength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly hint: StrengthHint | null;
}

/** The library's names for what it finds, which it gives when it is given no words. */
const hints: Readonly<Record<string, StrengthHint>> = {
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  longerKeyboardPattern: 'keyboard',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  repeated: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  associatedYears: 'date',
  dates: 'date',
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  pwned: 'common',
  wordByItself: 'word',
  namesByThemselves: 'name',
  commonNames: 'name',
  userInputs: 'personal',
  l33t: 'substitution',
  reverseWords: 'reversed',
  allUppercase: 'capitals',
  capitalization: 'capitals',
  anotherWord: 'more',
  useWords: 'more',
  noNeed: 'more',
};

/** The first thing found that says more than "add words". */
export function hintFrom(warning: string | null, suggestions: readonly string[]): StrengthHint | null {
  const found = [warning ?? '', ...suggestions].map((name) => hints[name]).filter((hint) => hint !== undefined);
  return found.find((hint) => hint !== 'more') ?? found[0] ?? null;
}

/** The parts of a name or an e-mail that somebody who knows the person would try, also as typed with the wrong layout. */
export function guessableParts(inputs: readonly string[]): readonly string[] {
  const parts = inputs.flatMap((input) => [input, ...input.split(/[^\p{L}\p{N}]+/u)]).map((part) => part.toLowerCase());
  return [...new Set(parts.flatMap((part) => [part, inLatinLayout(part)]))].filter((part) => part.length > 2);
}

async function loadLibrary() {
  const [core, common, english, russian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('./common-russian.ts'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      ...english.dictionary,
      'passwords-ru': russian.commonRussian.flatMap((word) => [word, inLatinLayout(word)]),
    },
    graphs: common.adjacencyGraphs,
    // Nobody types so much; beyond it only the time to think grows.
    maxLength: 64,
  });
}

let library: ReturnType<typeof loadLibrary> | null = null;

/** Judges a password on this computer; the dictionaries come with the first call and stay. A Cyrillic password counts as what its keys type in Latin, if that is worse. */
export async function judgePassword(password: string, inputs: readonly string[]): Promise<PasswordStrength> {
  library ??= loadLibrary();
  const judge = await library;
  const parts = [...guessableParts(inputs)];
  const judged = [...new Set([password, inLatinLayout(password)])].map((text) => judge.check(text, parts));
  const worst = judged.toSorted((a, b) => a.guesses - b.guesses)[0];
  if (!worst) return { score: 0, hint: null };
  return { score: worst.score, hint: hintFrom(worst.feedback.warning, worst.feedback.suggestions) };
}
