/** `npm run service -- --port 4000 --data DIR [--samples DIR] [--faults]`: the service alone. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startService } from './start-service.ts';

const usage = 'usage: service --data DIR [--port NUMBER] [--samples DIR] [--faults]';

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      samples: { type: 'string', default: fileURLToPath(new URL('./samples', import.meta.url)) },
      faults: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (values.data === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(usage);
  const service = await startService({
    dataFolder: values.data,
    samplesFolder: values.samples,
    port,
    host: '127.0.0.1',
    faults: values.faults,
    log: (entry) => console.error(JSON.stringify(entry)),
  });
  console.log(`LECTOROOM service on ${service.origin}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void service.close().then(() => process.exit(0)));
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The service could not start.');
  process.exitCode = 1;
});
