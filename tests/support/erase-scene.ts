import { cp, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LocalAccountId } from '../../contract/domain/ids.ts';
import { createFileKeyring } from '../../main/adapters/keyring/file-keyring.ts';
import { decodeRemembered, fromBase64 } from '../../main/features/account/remembered-secret.ts';
import type { AccountKeys } from '../../main/ports.ts';
import { createListLog } from '../fakes/silent-log.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from './app-rig.ts';
import type { AppRig } from './app-rig.ts';
import { realSecrets } from './erase-parts.ts';
import { textNeedles } from './find-plaintext.ts';
import type { Needles } from './find-plaintext.ts';
import { sampleCourses, sampleFile } from './samples.ts';
import { tracesOf } from './traces.ts';

/** A computer on which Anna was remembered, downloaded, watched and then quit, with all that could betray it. */
export interface EraseScene {
  readonly rig: AppRig;
  readonly accountId: LocalAccountId;
  readonly keys: AccountKeys;
  /** Her entry in the credential store, to be put back for another try. */
  readonly secret: string;
  readonly lrmFile: string;
  /** What must not be found in any byte afterwards. */
  readonly canaries: Needles;
  /** Those of them that are on the disk before: encrypted bytes and opaque names. */
  readonly onDiskBefore: readonly string[];
}

/** Plays the part of Anna's evening with the real app, and stops it. */
export async function createEraseScene(): Promise<EraseScene> {
  const rig = await createAppRig();
  const heard = listenToTokens();
  const app = await rig.start();
  await signInAnna(app, true);
  const [first, second] = await firstLectures(app);
  await downloadWhole(app, first!, '720p');
  await rig.setFaults([
    {
      route: 'GET /v1/media/{id}',
      pathContains: '720p',
      times: 1,
      fault: { kind: 'throttle', bytesPerSecond: 150_000 },
    },
  ]);
  valueOf(await app.routes['downloads.start']({ lectureIds: [second!], quality: '720p' }));
  const part = async () =>
    valueOf(await app.routes['downloads.list'](null)).find(({ lectureId }) => lectureId === second);
  await app.until(async () => ((await part())?.receivedBytes ?? 0) > 0);
  const plan = valueOf(await app.routes['playback.open']({ lectureId: first! }));
  for (const positionMs of [5000, 12_345])
    valueOf(await app.routes['playback.savePosition']({ lectureId: first!, positionMs, watched: [] }));
  await app.stop();
  heard.stop();
  if ((await lrmNames(rig)).length < 2) throw new Error('the second lecture left nothing half done');

  const accountId = LocalAccountId.parse((await readdir(join(rig.userDataFolder, 'accounts')))[0]);
  const account = join(rig.userDataFolder, 'accounts', accountId);
  // Once she had set something aside, as after a damaged library.
  await cp(account, `${account}.aside-1700000000000`, { recursive: true });
  const media = join(rig.downloadFolder, 'lectoroom', accountId);
  await cp(media, `${media}.aside-1700000000000`, { recursive: true });
  const secret = valueOf(await realSecrets(createListLog()).get(accountId)) ?? '';
  const remembered = decodeRemembered(secret);
  if (remembered === null) throw new Error('Anna was not remembered');
  const keys = await createFileKeyring({ accountsFolder: '' }).fromDataKey(fromBase64(remembered.dataKey));
  const [lrmFile] = (await lrmNames(rig)).filter((name) => name.endsWith('.lrm') && dirname(name) === media) as [
    string,
  ];
  const lrm = await readFile(lrmFile);
  const library = await readFile(join(account, 'library.db'));
  const keyring = JSON.parse(await readFile(join(account, 'keyring.json'), 'utf8')) as {
    password: { ciphertext: string; salt: string };
    device: { ciphertext: string };
  };
  const encrypted: Needles = {
    'account folder name': Buffer.from(accountId),
    'wrap under the password': Buffer.from(keyring.password.ciphertext),
    'salt of the password': Buffer.from(keyring.password.salt),
    'wrap under the device secret': Buffer.from(keyring.device.ciphertext),
    'encrypted lecture (head)': lrm.subarray(0, 48),
    'encrypted lecture (middle)': lrm.subarray(500_000, 500_048),
    'encrypted lecture (end)': lrm.subarray(-48),
    'encrypted library (head)': library.subarray(0, 16),
    'encrypted library (middle)': library.subarray(8192, 8240),
    'lecture file name': Buffer.from(basename(lrmFile)),
  };
  const course = sampleCourses().find(({ lectures }) => lectures.some(({ id }) => id === first));
  const lecture = course?.lectures.find(({ id }) => id === first);
  if (course === undefined || lecture === undefined) throw new Error('an unknown lecture');
  const canaries: Needles = {
    ...tracesOf(course, lecture),
    ...encrypted,
    ...heard.needles(),
    ...keyNeedles('data key', keys.dataKey),
    ...keyNeedles('library key', keys.libraryKey),
    ...keyNeedles('media key', keys.mediaKey),
    ...textNeedles('refresh token', remembered.refreshToken),
    ...textNeedles('session id', remembered.sessionId),
    ...textNeedles('chapter title', plan.chapters[1]?.title ?? ''),
    ...textNeedles('lecture id', String(first)),
    ...textNeedles('course id', course.id),
    ...textNeedles('media address', plan.mediaUrl),
    'cover bytes': sampleFile(`${course.id}/${first}-cover.png`).subarray(200, 248),
    'slides bytes': sampleFile(`${course.id}/${first}-slides.pdf`).subarray(50_000, 50_048),
    'captions file': sampleFile(lecture.captionFile).subarray(0, 64),
  };
  for (const [name, bytes] of Object.entries(canaries))
    if (bytes.length < 8) throw new Error(`too short to look for: ${name}`);
  return { rig, accountId, keys, secret, lrmFile, canaries, onDiskBefore: Object.keys(encrypted) };
}

async function lrmNames(rig: AppRig): Promise<string[]> {
  const names = await readdir(rig.downloadFolder, { recursive: true });
  return names.filter((name) => /\.lrm/.test(name)).map((name) => join(rig.downloadFolder, name));
}

function keyNeedles(name: string, key: Uint8Array): Needles {
  const bytes = Buffer.from(key);
  return {
    [`${name} (bytes)`]: bytes,
    [`${name} (hex)`]: Buffer.from(bytes.toString('hex')),
    [`${name} (base64)`]: Buffer.from(bytes.toString('base64').slice(0, 40)),
    [`${name} (base64url)`]: Buffer.from(bytes.toString('base64url').slice(0, 40)),
  };
}

/** Reads along what the service answers to a sign-in: the only place where all its secrets can be seen. */
function listenToTokens() {
  const plain = globalThis.fetch;
  const answers: Record<string, string>[] = [];
  globalThis.fetch = async (...input) => {
    const answer = await plain(...input);
    const copy = answer.headers.get('content-type')?.includes('json') === true ? answer.clone() : null;
    const body = (await copy?.json().catch(() => null)) as Record<string, string> | null | undefined;
    if (typeof body?.['deviceSecret'] === 'string') answers.push(body);
    return answer;
  };
  return {
    stop: () => {
      globalThis.fetch = plain;
    },
    needles(): Needles {
      const [answer] = answers;
      if (answer === undefined) throw new Error('no sign-in was heard');
      return Object.assign(
        keyNeedles('device secret', fromBase64(answer['deviceSecret'] ?? '')),
        ...['accessToken', 'refreshToken', 'deviceSecret'].map((name) =>
          textNeedles(`${name} as sent`, answer[name] ?? ''),
        ),
      ) as Needles;
    },
  };
}
