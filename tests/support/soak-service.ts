/** The service in a process of its own, on the samples and with the state of the folders given: `soak-service.ts DATA SAMPLES PORT`. */
import { writeSync } from 'node:fs';
import { startService } from '../../service/start-service.ts';

const [dataFolder = '', samplesFolder = '', port = '0'] = process.argv.slice(2);
const service = await startService({
  dataFolder,
  samplesFolder,
  port: Number(port),
  host: '127.0.0.1',
  faults: true,
  // The password is not what is tried here, and it is asked for at every start.
  passwordCost: 2 ** 10,
});
writeSync(1, `${service.origin}\n`);
process.once('SIGTERM', () => void service.close().then(() => process.exit(0)));
