import { utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import type { SampleAccount } from '../../contract/domain/views.ts';

/** The embedded service, running in a process of its own. */
export interface EmbeddedService {
  readonly origin: string;
  readonly sampleAccounts: readonly SampleAccount[];
  stop(): Promise<void>;
}

/** What the service's process posts (`service/embedded.ts`, built from the same tree). */
type Message =
  | { readonly kind: 'listening'; readonly origin: string; readonly sampleAccounts: readonly SampleAccount[] }
  | { readonly kind: 'failed' };
type Listening = Extract<Message, { kind: 'listening' }>;

const startTimeoutMs = 20_000;
const stopTimeoutMs = 3000;

/** Starts the sample service on a free loopback port; null when it does not come up (the app then says the service is unreachable). */
export async function startEmbeddedService(deps: {
  readonly modulePath: string;
  readonly dataFolder: string;
  readonly samplesFolder: string;
}): Promise<EmbeddedService | null> {
  const child = utilityProcess.fork(deps.modulePath, [], { serviceName: 'LECTOROOM service', stdio: 'ignore' });
  const listening = new Promise<Listening | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), startTimeoutMs);
    child.once('exit', () => resolve(null));
    child.on('message', (message: Message) => {
      clearTimeout(timer);
      resolve(message.kind === 'listening' ? message : null);
    });
  });
  child.postMessage({ kind: 'start', dataFolder: deps.dataFolder, samplesFolder: deps.samplesFolder, port: 0 });
  const started = await listening;
  if (started === null) {
    child.kill();
    return null;
  }
  return { origin: started.origin, sampleAccounts: started.sampleAccounts, stop: () => stopChild(child) };
}

function stopChild(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill();
      resolve();
    }, stopTimeoutMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.postMessage({ kind: 'stop' });
  });
}
