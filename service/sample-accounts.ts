import type { SampleAccount } from '../contract/domain/views.ts';

/** The accounts the embedded service begins with; they open nothing but the sample courses. */
export const sampleAccounts: readonly SampleAccount[] = [
  { name: 'Anna Keller', email: 'anna@sample.lectoroom', password: 'reading-room-7' },
  { name: 'Илья Воронов', email: 'ilya@sample.lectoroom', password: 'quiet-evening-12' },
];
