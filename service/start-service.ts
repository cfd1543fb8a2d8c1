import type { AddressInfo } from 'node:net';
import { publish } from './catalogue/courses.ts';
import { readManifest } from './catalogue/manifest.ts';
import { systemClock, type Clock } from './clock.ts';
import { openDatabase } from './database/database.ts';
import { createFaultyClock } from './faults/faulty-clock.ts';
import { installFaults } from './faults/install-faults.ts';
import { createServiceApp, type ServiceApp } from './http/service-app.ts';
import type { Log } from './log.ts';
import { createOperator, operatorRoutes, type Operator } from './operator.ts';
import { serviceRoutes, type ServiceParts } from './routes.ts';
import { createServiceParts } from './service-parts.ts';

export interface ServiceOptions {
  /** Holds `service.db`; made when missing. */
  readonly dataFolder: string;
  /** Holds `manifest.json` and `media/`. */
  readonly samplesFolder: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: '127.0.0.1';
  readonly clock?: Clock;
  /** Lets `POST /_faults` make the service misbehave; for tests only, off by default. */
  readonly faults?: boolean;
  /** Told of defects only; nothing else is ever logged. */
  readonly log?: Log;
  /** Makes the sample accounts at the first start; on by default. */
  readonly seedSamples?: boolean;
  /** Of fewer people than this nothing is told to others; lower than the default only in tests. */
  readonly leastPeople?: number;
  /** scrypt's N; lower than the default only in tests. */
  readonly passwordCost?: number;
  /** How long a page of the catalogue is; shorter than the default only in tests. */
  readonly cataloguePageBytes?: number;
  /** Path of a better-sqlite3 addon other than the package's own. */
  readonly nativeBinding?: string;
}

/** A service that answers. */
export interface RunningService extends Operator {
  /** Such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Ends connections at once and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts the LECTOROOM service. Rejects with `ManifestError` (samples unusable), `NewerDatabaseError`, or the system's error (port taken, folder
 * not writable); nothing stays open then.
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { app, parts } = await createService(options);
  try {
    await app.listen({ port: options.port, host: options.host });
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    origin: originOf(app),
    ...createOperator(parts),
    close: () => app.close(),
  };
}

/** The service put together, not listening yet; closing it closes the database. */
export async function createService(options: Omit<ServiceOptions, 'port' | 'host'>): Promise<{
  readonly app: ServiceApp;
  readonly parts: ServiceParts;
}> {
  const { dataFolder, samplesFolder, clock: realClock = systemClock, log = () => {}, faults = false } = options;
  const publication = publish(await readManifest(samplesFolder));
  const database = openDatabase(dataFolder, options.nativeBinding);
  try {
    const app = createServiceApp(log);
    app.addHook('onClose', () => void database.close());
    const faultyClock = createFaultyClock(realClock);
    if (faults) installFaults(app, faultyClock);
    const parts = await createServiceParts({
      database,
      publication,
      samplesFolder,
      clock: faults ? faultyClock : realClock,
      passwordCost: options.passwordCost,
      leastPeople: options.leastPeople,
      seedSamples: options.seedSamples ?? true,
      cataloguePageBytes: options.cataloguePageBytes,
      origin: () => originOf(app),
    });
    serviceRoutes(app, parts);
    if (faults) operatorRoutes(app, createOperator(parts));
    await app.ready();
    return { app, parts };
  } catch (error) {
    database.close();
    throw error;
  }
}

function originOf(app: ServiceApp): string {
  const address: AddressInfo | string | null = app.server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : 'http://127.0.0.1';
}
