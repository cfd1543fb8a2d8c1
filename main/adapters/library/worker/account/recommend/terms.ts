/** Shorter words say little of what a course is about. */
const word = /\p{L}{4,}/gu;
/** Endings go with what is cut: «лекция» and «лекции», "seeking" and "seeks" are one term. */
const termLength = 5;

/** The words of a text as terms, in their order, each as often as it stands there. */
export function termsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(word) ?? []).map((each) => each.slice(0, termLength));
}
