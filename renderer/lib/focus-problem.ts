/** Takes a person to the first thing in a form that is to be put right, once it is marked on screen. */
export function focusFirstProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const [first] =
      form?.querySelectorAll<HTMLElement>(
        ':is(input, [role="spinbutton"])[aria-invalid="true"], [role="radiogroup"][aria-invalid="true"] input',
      ) ?? [];
    first?.focus();
  });
}
