/** The transfer worker's entry, bundled as `transfer-worker.cjs`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerSettings } from '../messages.ts';
import { serveTransfers } from './serve-transfers.ts';

if (parentPort === null) throw new Error('the transfer worker runs as a worker thread only');
serveTransfers(parentPort, workerData as WorkerSettings);
