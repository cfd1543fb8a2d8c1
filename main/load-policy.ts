import { policyFilesOf, readPolicyFile } from './adapters/policy/policy-file.ts';
import { readPolicy } from './features/computer/policy.ts';
import type { Policy } from './features/computer/policy.ts';

/** Reads the machine-wide policy file, before anything else: it may name the service. */
export async function loadPolicy(environment: Readonly<Record<string, string | undefined>>): Promise<Policy> {
  return readPolicy(await readPolicyFile(policyFilesOf({ platform: process.platform, environment })));
}
