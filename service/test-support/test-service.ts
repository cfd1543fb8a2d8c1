import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { AssetLocation } from '../../contract/api/assets.ts';
import { SignInAnswer } from '../../contract/api/sessions.ts';
import type { FaultOrder } from '../faults/fault-schemas.ts';
import type { LogEntry } from '../log.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { startService, type ServiceOptions } from '../start-service.ts';
import { writeSamples } from './samples.ts';

/** A clock that stands until it is moved. */
export interface HandClock {
  nowMs(): number;
  advance(ms: number): void;
}

export function handClock(startMs = Date.UTC(2026, 10, 23, 9)): HandClock {
  let now = startMs;
  return {
    nowMs: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-service-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A service over real loopback HTTP on small samples, closed with the test. */
export async function startTestService(options: Partial<ServiceOptions> = {}) {
  const folder = await temporaryFolder();
  const clock = handClock();
  const logged: LogEntry[] = [];
  const samplesFolder = options.samplesFolder ?? join(folder, 'samples');
  if (options.samplesFolder === undefined) await writeSamples(samplesFolder);
  const service = await startService({
    dataFolder: join(folder, 'data'),
    samplesFolder,
    port: 0,
    host: '127.0.0.1',
    clock,
    passwordCost: 2 ** 10,
    log: (entry) => logged.push(entry),
    ...options,
  });
  onTestFinished(() => service.close());
  const { origin } = service;

  /** Asks with a JSON body and, given a token, signed in. */
  async function ask(method: string, path: string, { token = '', body, headers = {} }: AskOptions = {}) {
    const signedIn = token === '' ? {} : { authorization: `Bearer ${token}` };
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const init = { method, headers: { ...signedIn, ...json, ...headers } };
    return await fetch(`${origin}${path}`, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  }

  async function signIn(deviceId = 'device-1', person = sampleAccounts[0], remember = true) {
    const device = { id: deviceId, name: 'Test computer', platform: 'linux' };
    const { email, password } = person ?? { email: '', password: '' };
    const answer = await ask('POST', '/v1/sessions', { body: { email, password, device, remember } });
    if (answer.status !== 201) throw new Error(`sign-in answered ${answer.status}`);
    return SignInAnswer.parse(await answer.json());
  }

  async function locate(assetId: string) {
    const { accessToken } = await signIn('locating-device');
    return AssetLocation.parse(await (await ask('GET', `/v1/assets/${assetId}`, { token: accessToken })).json());
  }

  const order = async (faults: FaultOrder) => void (await ask('POST', '/_faults', { body: faults }));
  return {
    service,
    origin,
    folder,
    samplesFolder,
    dataFolder: options.dataFolder ?? join(folder, 'data'),
    clock,
    logged,
    ask,
    signIn,
    locate,
    order,
  };
}

interface AskOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The last part of a problem's type; checks that the answer is a problem document. */
export async function problemOf(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) throw new Error(`not a problem document: ${type}`);
  const document = (await answer.json()) as { type: string; status: number };
  if (document.status !== answer.status) throw new Error('the document names another status');
  return document.type.replace('urn:lectoroom:problem:', '');
}
