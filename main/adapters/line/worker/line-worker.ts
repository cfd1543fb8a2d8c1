/** The line worker's entry, bundled as `line-worker.cjs`: asks once, answers and ends. */
import { parentPort } from 'node:worker_threads';
import { readLine } from './read-line.ts';

const port = parentPort;
if (port === null) throw new Error('the line worker runs as a worker thread only');
void readLine(process.platform, process.env).then((report) => {
  port.postMessage(report);
});
