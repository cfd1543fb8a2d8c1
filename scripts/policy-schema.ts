/** `node scripts/policy-schema.ts`: writes `docs/policy.schema.json` from the schema that the app reads the policy file by. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { policyJsonSchema } from '../main/features/computer/policy-schema.ts';

const path = fileURLToPath(new URL('../docs/policy.schema.json', import.meta.url));
await writeFile(path, await format(JSON.stringify(policyJsonSchema()), { parser: 'json', printWidth: 120 }));
console.log('docs/policy.schema.json written');
