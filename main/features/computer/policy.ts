import type { z } from 'zod';
import { idleChoicesMinutes } from '../../../contract/domain/computer.ts';
import type { PolicyField, PolicyState } from '../../../contract/domain/computer.ts';
import { assertNever } from '../../../contract/result.ts';
import { policyFileLimitBytes } from '../../policy-ports.ts';
import type { PolicySource } from '../../ports.ts';
import { serviceOriginOf } from '../../service-origin.ts';
import { PolicyFile } from './policy-schema.ts';

/** What to follow of the policy file; where the file is wrong, the strictest there is. */
export interface Policy {
  readonly state: PolicyState;
  readonly sharedComputer: boolean;
  /** Null: the file does not decide it. */
  readonly idleMinutes: number | null;
  readonly allowRemember: boolean;
  /** `unset`: the file names no service, any other setting holds; `none`: no service may be spoken to. */
  readonly service:
    { readonly kind: 'unset' } | { readonly kind: 'origin'; readonly origin: string } | { readonly kind: 'none' };
}

type Decisions = Omit<Policy, 'state'>;

const nothingDecided: Decisions = {
  sharedComputer: false,
  idleMinutes: null,
  allowRemember: true,
  service: { kind: 'unset' },
};

const strictest: Decisions = {
  sharedComputer: true,
  idleMinutes: Math.min(...idleChoicesMinutes),
  allowRemember: false,
  service: { kind: 'none' },
};

const shape = PolicyFile.shape;

/**
 * Reads the policy file. Never throws: a wrong field is read as the strictest there is; a file that is wrong as a whole decides everything so;
 * and with a field that nobody knows (a typo) whatever the file does not say rightly is read so too, because nobody can tell what was meant.
 */
export function readPolicy(source: PolicySource): Policy {
  switch (source.kind) {
    case 'absent':
      return { state: { kind: 'none' }, ...nothingDecided };
    case 'unreadable':
      return wrong([], strictest);
    case 'text':
      return readFields(recordIn(source.text));
    default:
      return assertNever(source);
  }
}

function readFields(file: Readonly<Record<string, unknown>> | null): Policy {
  if (file === null || !shape.version.safeParse(file['version']).success) return wrong([], strictest);
  const allKnown = Object.keys(file).every((name) => Object.hasOwn(shape, name));
  const unsaid = allKnown ? nothingDecided : strictest;
  const wrongFields: PolicyField[] = [];
  const read = <T>(field: PolicyField, schema: z.ZodType<T>, missing: T, strict: T): T => {
    if (!Object.hasOwn(file, field)) return missing;
    const parsed = schema.safeParse(file[field]);
    if (parsed.success) return parsed.data;
    wrongFields.push(field);
    return strict;
  };
  const { sharedComputer, idleMinutes, allowRemember, serviceUrl } = shape;
  const decisions: Decisions = {
    sharedComputer: read('sharedComputer', sharedComputer.unwrap(), unsaid.sharedComputer, strictest.sharedComputer),
    idleMinutes: read<number | null>('idleMinutes', idleMinutes.unwrap(), unsaid.idleMinutes, strictest.idleMinutes),
    allowRemember: read('allowRemember', allowRemember.unwrap(), unsaid.allowRemember, strictest.allowRemember),
    service: read('serviceUrl', serviceUrl.unwrap().transform(serviceOf), unsaid.service, strictest.service),
  };
  return allKnown && wrongFields.length === 0
    ? { state: { kind: 'followed' }, ...decisions }
    : wrong(wrongFields, decisions);
}

function wrong(fields: readonly PolicyField[], decisions: Decisions): Policy {
  return { state: { kind: 'wrong', fields }, ...decisions };
}

function serviceOf(address: string): Policy['service'] {
  const origin = serviceOriginOf(address);
  return origin === null ? { kind: 'none' } : { kind: 'origin', origin };
}

/** The object that a text is, or null when it is none or too large; Windows' editors put a byte order mark before it. */
function recordIn(text: string): Readonly<Record<string, unknown>> | null {
  if (new TextEncoder().encode(text).byteLength > policyFileLimitBytes) return null;
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
