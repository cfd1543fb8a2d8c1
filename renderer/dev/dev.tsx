import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { defaultSettings, type Settings } from '../../contract/domain/settings.ts';
import type { Result } from '../../contract/result.ts';
import { App } from '../app/app.tsx';
import { createAppServices } from '../app/services.ts';
import { type Answers, createFakeBridge } from '../lib/testing/fake-bridge.ts';
import { type AccountState, remainKinds, signedOutReasons } from '../../contract/domain/account.ts';
import type { DownloadItem } from '../../contract/domain/download.ts';
import { courses, findLecture, home, planFor } from './sample-data.ts';
import { browseAnswers } from './sample-browse.ts';
import { consentAnswers } from './sample-consent.ts';
import { sampleComputers } from './sample-computers.ts';
import { sampleDownload, sampleList } from './sample-downloads.ts';
import { folderAnswers } from './sample-folder.ts';
import { historyAnswers } from './sample-history.ts';
import { networkAnswers } from '../lib/testing/sample-network.ts';
import { notesAnswers } from './sample-notes.ts';
import { ratingsAnswers } from './sample-ratings.ts';
import { rightsAnswers } from './sample-rights.ts';
import { queueAnswers } from './sample-queue.ts';
import { recommendationAnswers } from './sample-recommendations.ts';
import { spaceAnswers } from './sample-space.ts';
import { insideAnswers, sampleProfile, warnWhenAsked } from './sample-rules.ts';
import { searchAnswers } from './sample-search.ts';
import { eraseAnswers } from './sample-erase.ts';
import { exportAnswers } from './sample-export.ts';
import { statisticsAnswers } from './sample-statistics.ts';
import { yourDataAnswers } from './sample-your-data.ts';
import { stageAnswers } from './sample-stage.ts';
import { studyAnswers } from './sample-study.ts';
import { entryAccount, entryAnswers } from './sample-entry.ts';

/**
 * The whole interface without Electron, for looking at it.
 * ?account=out|expired|forgotten|erased|in|refused &network=offline &lang=en|ru &theme=light|dark &home=never|empty
 * &profile=named &others=N &use=mine|shared|public &policy=fixed|wrong|unreadable &keychain=refuses &password=stale &idle=SECONDS &after=MS
 * ?account=picker|many|locked|create (create: the form behind two presses) &use=none|shared|public|policy|policy-wrong|remains
 * &history=none|long &private &no-history &keep=30 (days of history) &searches &notes &folder=drive|away|read-only|moving|waiting|tidying &fits=no &downloads=none|queue|paused|alone|metered &room=none &bin=none|many &limits (of space) &statistics=none|old|much &refuses &metered=never &computers=one|two &locked
 * &courses=NUMBER &receipt=entries|service|unknown &list=none &next=none &session=local &sign-out=nothing|remains|slow &fail=REQUEST:CODE &slow=REQUEST &platform=windows|macos|linux &long
 * &courses=NUMBER &list=none &next=none &consent=first|changed|announced|broken|signal &session=local &sign-out=nothing|remains|slow &fail=REQUEST:CODE &slow=REQUEST &platform=windows|macos|linux &long
 * &courses=NUMBER &list=none &next=none &session=local &sign-out=nothing|remains|slow &frozen &asked (of the service) &fail=REQUEST:CODE &slow=REQUEST &platform=windows|macos|linux &long
 */
const asked = new URLSearchParams(window.location.search);
const ok = <T,>(value: T): Result<T> => ({ ok: true, value });
const network = asked.get('network') === 'offline' ? 'offline' : 'online';
const person = (remembered: 'yes' | 'no' | 'refused'): AccountState => ({
  kind: 'signed-in',
  name: asked.get('lang') === 'ru' ? 'Анна Литвинова' : 'Anna Litvin',
  email: 'anna@lectoroom.example',
  remembered,
  network,
  session: asked.get('session') === 'local' ? 'local' : 'service',
  profile: sampleProfile(asked, remembered === 'yes'),
  otherProfileCount: Number(asked.get('others') ?? 0),
});
let settings: Settings = {
  ...defaultSettings,
  language: asked.get('lang') === 'ru' ? 'ru' : 'en',
  theme: asked.get('theme') === 'dark' ? 'dark' : asked.get('theme') === 'light' ? 'light' : 'system',
  downloadQuality: '720p',
  captionsOn: true,
  volume: 0.8,
  muted: true,
  playbackRate: 1,
  downloadMetered: asked.get('metered') === 'never' ? 'never' : 'ask',
  downloadsPaused: asked.get('downloads') === 'paused',
  downloadCapBytes: asked.has('limits') ? 100_000_000 : null,
  downloadFloorBytes: asked.has('limits') ? 2_000_000_000 : null,
  keepHistory: !asked.has('no-history'),
  historyRetentionDays: asked.has('keep') ? 30 : null,
  searchHistory: asked.has('searches'),
  downloadNight: asked.has('night') ? { fromMinute: 23 * 60, toMinute: 6 * 60 } : null,
};
const which = asked.get('account') ?? 'in';
let account: AccountState =
  entryAccount(which, asked) ??
  (which === 'in' || which === 'refused'
    ? person(which === 'in' ? 'yes' : 'refused')
    : {
        kind: 'signed-out',
        reason: signedOutReasons.find((reason) => reason === which) ?? 'none',
        profiles: asked.has('locked') ? [{ number: 1, label: null, colour: 'green', remembered: false }] : [],
      });
let computers = sampleComputers(asked.get('lang') === 'ru').slice(
  0,
  { one: 1, two: 2 }[asked.get('computers') ?? ''] ?? 4,
);
const keptReady = new Map<string, number>();
let downloads: readonly DownloadItem[] = sampleList(asked.get('downloads'));

const tell = (next: readonly DownloadItem[]): void => {
  downloads = next;
  bridge.emit('downloads.changed', downloads);
};
const change = (lectureId: string, part: Partial<DownloadItem>): void => {
  tell(downloads.map((item) => (item.lectureId === lectureId ? { ...item, ...part } : item)));
};
const done: Result<null> = ok(null);

const answers: Answers = {
  'app.about': () =>
    ok({
      version: '0.1.0',
      electronVersion: '45.4.1',
      platform: (asked.get('platform') ?? 'linux') as 'linux',
      systemLanguage: 'en-GB',
      service: {
        kind: 'embedded',
        sampleAccounts: [
          { name: 'Anna Litvin', email: 'anna@lectoroom.example', password: 'sample-one' },
          { name: 'Тимур Орлов', email: 'timur@lectoroom.example', password: 'sample-two' },
        ],
      },
    }),
  'settings.read': () => ok(settings),
  'settings.update': (part) => {
    settings = { ...settings, ...part };
    bridge.emit('settings.changed', settings);
    return ok(settings);
  },
  ...insideAnswers(
    asked,
    () => account,
    (next) => {
      account = next;
    },
  ),
  'account.read': () => ok(account),
  'account.signIn': async ({ password, remember }) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (password === 'wrong') return { ok: false, error: { code: 'wrong-credentials' } };
    if (password === 'offline') return { ok: false, error: { code: 'offline-refused' } };
    if (password === 'often') return { ok: false, error: { code: 'too-many-attempts', retryAfterMs: 300_000 } };
    account = person(remember ? 'yes' : 'no');
    return ok(account);
  },
  'account.signOutPreview': () => {
    const here = downloads.filter((item) => item.state === 'complete');
    const sizeBytes = downloads.reduce((sum, item) => sum + item.receivedBytes, 0);
    return ok({
      lectureCount: here.length,
      sizeBytes,
      placeCount: asked.get('sign-out') === 'nothing' ? 0 : 7,
      historyDays: 12,
    });
  },
  'account.signOut': async ({ erase }) => {
    const ending = asked.get('sign-out');
    await new Promise((resolve) => setTimeout(resolve, ending === 'slow' ? 60_000 : 300));
    account = { kind: 'signed-out', reason: 'none', profiles: [] };
    bridge.emit('account.changed', account);
    return ok({ erased: erase, remains: erase && ending === 'remains' ? remainKinds : [] });
  },
  ...entryAnswers(asked, {
    signIn: (remembered) => {
      account = person(remembered);
      return account;
    },
    tell: (next) => {
      account = next;
      bridge.emit('account.changed', next);
    },
  }),
  'devices.list': () => ok(computers),
  'devices.rename': async ({ id, name }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    computers = computers.map((each) => (each.id === id ? { ...each, name } : each));
    return done;
  },
  'devices.signOut': async ({ id }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    computers = computers.filter((each) => each.id !== id);
    return done;
  },
  'devices.signOutOthers': async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    computers = computers.filter((each) => each.current);
    return done;
  },
  'catalogue.home': () => {
    const kind = asked.get('home');
    if (kind === 'never') return ok({ state: 'never-fetched', continueWatching: [], courses: [], newCourseIds: [] });
    return ok(kind === 'empty' ? { ...home, continueWatching: [], courses: [] } : home);
  },
  'catalogue.course': ({ courseId }) => {
    const course = courses.find((each) => each.id === courseId);
    return course
      ? ok({ ...course, keepReadyCount: keptReady.get(courseId) ?? course.keepReadyCount })
      : { ok: false, error: { code: 'not-found' } };
  },
  'catalogue.refresh': () => ok({ changed: false }),
  ...browseAnswers(asked, () => bridge.emit('list.changed', null)),
  'downloads.list': () => ok(downloads),
  'downloads.start': ({ lectureIds }) => {
    const known = new Set<string>(downloads.map((item) => item.lectureId));
    const fresh = lectureIds.filter((id) => !known.has(id)).flatMap((id) => sampleDownload(id, 'downloading', 0));
    tell([...downloads, ...fresh]);
    return done;
  },
  'downloads.pause': ({ lectureId }) => {
    change(lectureId, { state: 'paused', bytesPerSecond: null });
    return done;
  },
  'downloads.resume': ({ lectureId }) => {
    change(lectureId, { state: 'downloading', bytesPerSecond: 1_240_000, error: null });
    return done;
  },
  ...spaceAnswers(asked, {
    downloads: () => downloads,
    tell,
    binChanged: () => {
      bridge.emit('bin.changed', null);
    },
  }),
  ...queueAnswers(asked, {
    downloads: () => downloads,
    tell,
    keepReady: (courseId, count) => void keptReady.set(courseId, count),
    setPaused: (downloadsPaused) => {
      settings = { ...settings, downloadsPaused };
      bridge.emit('settings.changed', settings);
    },
  }),
  ...folderAnswers(asked, (view) => bridge.emit('folder.changed', view)),
  'playback.plan': () => ({ ok: false, error: { code: 'service-unreachable' } }),
  'playback.open': ({ lectureId }) => {
    const plan = planFor(
      lectureId,
      downloads.some((item) => item.lectureId === lectureId && item.state === 'complete'),
    );
    return plan && findLecture(lectureId) ? ok(plan) : { ok: false, error: { code: 'not-found' } };
  },
  ...studyAnswers(asked),
  ...notesAnswers(asked, () => bridge.emit('notes.changed', null)),
  ...historyAnswers(
    asked,
    (name, payload) => bridge.emit(name, payload),
    () => settings.historyRetentionDays,
  ),
  ...statisticsAnswers(asked),
  ...yourDataAnswers(asked),
  ...eraseAnswers(asked),
  ...exportAnswers(),
  ...networkAnswers(),
  ...recommendationAnswers(asked, () => settings.recommendations),
  ...searchAnswers(asked),
  ...rightsAnswers(asked, () => bridge.emit('rights.changed', null)),
  ...ratingsAnswers(asked, () => bridge.emit('ratings.changed', null)),
  ...consentAnswers(asked),
  ...stageAnswers((facts) => bridge.emit('window.changed', facts)),
};
const [failing = '', code = 'unexpected'] = (asked.get('fail') ?? '').split(':');
if (failing) Object.assign(answers, { [failing]: () => ({ ok: false, error: { code } }) });
const slow = asked.get('slow');
if (slow) Object.assign(answers, { [slow]: () => new Promise(() => undefined) });

const bridge = createFakeBridge(answers);
Object.assign(window, { bridge });
warnWhenAsked(asked, bridge);
setInterval(() => {
  const running = downloads.filter((item) => item.state === 'downloading');
  if (running.length === 0 || asked.has('still')) return;
  tell(
    downloads.map((item) => {
      if (item.state !== 'downloading') return item;
      const receivedBytes = Math.min(item.sizeBytes, item.receivedBytes + 310_000);
      return receivedBytes === item.sizeBytes
        ? { ...item, receivedBytes, state: 'complete', bytesPerSecond: null }
        : { ...item, receivedBytes };
    }),
  );
}, 250);

const services = createAppServices();
if (asked.has('long')) lengthen(services.i18n);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App services={services} />);

/** Makes every text about 40 % longer, to see what gives. */
function lengthen(i18n: typeof services.i18n): void {
  for (const language of ['en', 'ru']) {
    const words = JSON.stringify(i18n.getResourceBundle(language, 'translation'));
    const longer = words.replaceAll(/(?<=: ?"[^"]*)([aeouаеоу])(?![^{]*\}\})/gu, '$1$1');
    i18n.addResourceBundle(language, 'translation', JSON.parse(longer), true, true);
  }
}
