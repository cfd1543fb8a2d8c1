import { z } from 'zod';
import { serviceOriginOf } from '../../service-origin.ts';

/** The machine-wide policy file; `docs/policy.schema.json` is made from it and `docs/policy.md` explains it. */
export const PolicyFile = z
  .strictObject({
    version: z.literal(1).describe('The version of this format.'),
    sharedComputer: z
      .boolean()
      .optional()
      .describe('true: a public computer; nobody is remembered, everything is erased on quitting.'),
    idleMinutes: z
      .int()
      .min(1)
      .max(1440)
      .optional()
      .describe('Signs out after so many minutes without use, whatever a person chose.'),
    allowRemember: z.boolean().optional().describe('false: nobody is remembered on this computer.'),
    serviceUrl: z
      .string()
      // What `serviceOriginOf` holds, as far as a pattern can say it: an editor with the schema then warns before the app does.
      .regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/)
      .refine((address) => serviceOriginOf(address) !== null)
      .optional()
      .describe(
        'The only service this computer signs in to: an https:// address, or http:// to this very computer. Only its origin counts.',
      ),
  })
  .meta({
    title: 'LECTOROOM policy file',
    description: 'Machine-wide rules of LECTOROOM Desktop; see docs/policy.md.',
  });

/** The JSON Schema (2020-12) of the policy file, as `docs/policy.schema.json` keeps it. */
export function policyJsonSchema(): unknown {
  return z.toJSONSchema(PolicyFile, { target: 'draft-2020-12' });
}
