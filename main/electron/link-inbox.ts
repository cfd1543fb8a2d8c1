import { app } from 'electron';
import { linkScheme } from '../../contract/domain/link.ts';

const looksLikeLink = new RegExp(`^${linkScheme}:`, 'i');

/** The links among the arguments of a start; Chromium puts switches of its own between them. */
function linksIn(argv: readonly string[]): readonly string[] {
  return argv.slice(1).filter((argument) => looksLikeLink.test(argument));
}

/** Links on their way into the app. */
export interface LinkInbox {
  /** Gives what came so far to `receive`, and from now on what comes. */
  open(receive: (text: string) => void): void;
}

/**
 * Collects links from the first moment on: from this start's arguments, from a second start's (Windows, Linux), and from macOS, which
 * tells them before the app is ready. An installed app also says that such links are its own.
 */
export function collectLinks(argv: readonly string[]): LinkInbox {
  const early = [...linksIn(argv)];
  let receive = (text: string): void => void early.push(text);
  app.on('second-instance', (_event, secondArgv) => {
    for (const text of linksIn(secondArgv)) receive(text);
  });
  app.on('open-url', (event, text) => {
    event.preventDefault();
    receive(text);
  });
  // `--`: whatever stands in a link on Windows, it is no switch of ours.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
  return {
    open(next) {
      receive = next;
      for (const text of early.splice(0)) next(text);
    },
  };
}
