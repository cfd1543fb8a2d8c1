import type { Locator, Page } from 'playwright';
import { sampleAccounts } from '../../service/sample-accounts.ts';
import type { Words } from './words.ts';

/** What a person does in the window, by the names that a screen reader would say. */
export interface Person {
  /** Says whose computer this is, where the form asks. */
  answerWhose(use: 'mine' | 'shared' | 'public'): Promise<void>;
  /** Fills the form by pressing a sample account and signs in. */
  signInWithSample(options: { readonly remember: boolean }): Promise<void>;
  /** Types into the form and signs in. */
  signInTyping(email: string, password: string, remember?: boolean): Promise<void>;
  go(place: 'home' | 'courses' | 'downloads'): Promise<void>;
  openCourse(title: string): Promise<void>;
  /** The row of a lecture on the course's page or in the list of downloads. */
  lecture(title: string): Locator;
  startDownload(title: string): Promise<void>;
  /** Waits until the lecture's row says it is downloaded. */
  downloaded(title: string): Promise<void>;
  /** Opens the player by the lecture's title. */
  watch(title: string): Promise<void>;
  openSettings(): Promise<void>;
  /** Leaves to the picker of profiles without signing out. */
  switchProfile(): Promise<void>;
  /** Gives the chosen profile's password. */
  unlock(password: string): Promise<void>;
  /** Opens the person's menu and asks to sign out. */
  openSignOut(): Promise<void>;
  /** Presses the button that goes on with what was watched last. */
  watchOn(): Promise<void>;
  video(): Locator;
  /** What the picture is doing right now. */
  picture(): Promise<{
    readonly seconds: number;
    readonly paused: boolean;
    readonly width: number;
    readonly ready: number;
  }>;
  /** Waits until the picture has moved past a second. */
  playedPast(seconds: number): Promise<void>;
}

/** The other sample person. */
export const otherSample = sampleAccounts[1] ?? { name: '', email: '', password: '' };

/** The sample person that tests are. */
export const sample = sampleAccounts[0] ?? { name: '', email: '', password: '' };

/** Makes a person who uses the window in the language of `words`. */
export function createPerson(page: Page, words: Words): Person {
  const button = (key: string) => page.getByRole('button', { name: words.text(key), exact: true });

  async function setRemember(remember: boolean): Promise<void> {
    const box = page.getByRole('checkbox', { name: words.text('signIn.remember') });
    if ((await box.count()) > 0 && (await box.isChecked()) !== remember) await box.press('Space');
  }

  async function answerWhose(use: 'mine' | 'shared' | 'public'): Promise<void> {
    await button('signIn.submit').waitFor();
    const answer = page.getByRole('radio', { name: words.text(`signIn.whose.${use}.label`), exact: true });
    if ((await answer.count()) > 0) await answer.press('Space');
  }

  async function picture() {
    return page.locator('video').evaluate((element) => {
      const video = element as HTMLVideoElement;
      return { seconds: video.currentTime, paused: video.paused, width: video.videoWidth, ready: video.readyState };
    });
  }

  async function choose(key: string): Promise<void> {
    await page.getByRole('button', { name: /@/ }).click();
    await page.getByRole('menuitem', { name: words.text(key) }).click();
  }

  const lecture = (title: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });

  return {
    answerWhose,
    async signInWithSample({ remember }) {
      await page.getByRole('button', { name: sample.email }).click();
      await answerWhose('mine');
      await setRemember(remember);
      await button('signIn.submit').click();
    },
    async signInTyping(email, password, remember = false) {
      await page.getByRole('textbox', { name: words.text('signIn.email') }).fill(email);
      await page.getByRole('textbox', { name: words.text('signIn.password') }).fill(password);
      await answerWhose('mine');
      await setRemember(remember);
      await button('signIn.submit').click();
    },
    async unlock(password) {
      await page.getByRole('textbox', { name: words.text('signIn.password') }).fill(password);
      await button('profiles.open').click();
    },
    switchProfile: () => choose('frame.switchProfile'),
    go: (place) => page.getByRole('link', { name: words.text(`frame.${place}`), exact: true }).click(),
    openCourse: (title) =>
      // A card of a screen, or of the grid of all courses.
      page
        .getByRole('link', { name: title })
        .or(page.getByRole('row', { name: title }))
        .first()
        .click(),
    lecture,
    startDownload: (title) =>
      lecture(title)
        .getByRole('button', { name: words.pattern('download.startNamed') })
        .click(),
    downloaded: (title) =>
      lecture(title).getByText(words.text('download.here'), { exact: true }).waitFor({ timeout: 60_000 }),
    watch: (title) => page.getByRole('link', { name: title }).first().click(),
    openSettings: () => choose('frame.settings'),
    openSignOut: () => choose('frame.signOut'),
    watchOn: () => button('home.resume').first().click(),
    video: () => page.locator('video'),
    picture,
    async playedPast(seconds) {
      await page.waitForFunction((past) => (document.querySelector('video')?.currentTime ?? 0) > past, seconds, {
        timeout: 30_000,
      });
    },
  };
}
