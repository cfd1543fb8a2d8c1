import { clock } from '../../../lib/format.ts';

/** Words of the lecture with the moment they are said: `text (12:34)`. */
export function withTime(text: string, startMs: number): string {
  return `${text.replaceAll(/\s+/gu, ' ').trim()} (${clock(startMs)})`;
}

/**
 * Puts a text on the clipboard, as an answer to a press; false when the system refuses. Through the copy event, which needs no permission: the window has
 * none for the clipboard.
 */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', give, { capture: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return copied;
}
