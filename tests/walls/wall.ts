/** One thing that the house forbids, as a file that does it. */
export interface Wall {
  /** What is forbidden, in words. */
  readonly name: string;
  /** Files of the violation: path in the project -> text. */
  readonly files: Readonly<Record<string, string>>;
  /** Which rules may see it: of oxlint (`no-restricted-imports`) or of the compiler (`TS2307`). One is enough. */
  readonly seenBy: readonly string[];
}

/** The lines of a file. */
export const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;
/** A violation in one file. */
export const a = (name: string, path: string, seenBy: readonly string[], ...text: readonly string[]): Wall => ({
  name,
  files: { [path]: lines(...text) },
  seenBy,
});
