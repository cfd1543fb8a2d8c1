import { exportFormat } from '../../../contract/domain/export.ts';

/** Whose export it is. */
export interface ExportOwner {
  /** At the service; null where this computer never heard it. */
  readonly id: string | null;
  readonly email: string;
  readonly name: string;
}

const encoder = new TextEncoder();

/** Text as bytes that may be moved to another thread. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The beginning of `data.json`: each thing on a line of its own, so that it can be read again line by line. */
export function dataHead(facts: {
  readonly exportedAt: string;
  readonly appVersion: string;
  readonly account: ExportOwner;
}): string {
  const line = (name: string, value: unknown): string => `"${name}": ${JSON.stringify(value)},\n`;
  return [
    '{\n',
    line('$schema', 'schema.json'),
    line('format', exportFormat.name),
    line('version', exportFormat.version),
    line('exportedAt', facts.exportedAt),
    line('app', { version: facts.appVersion }),
    line('account', facts.account),
  ].join('');
}

/** How a group of tables begins and ends. */
export const group = {
  begins: (name: 'library' | 'computer'): string => `"${name}": {`,
  ends: '\n},\n',
} as const;

/** How a table begins, behind the one before, and ends. */
export const table = {
  begins: (name: string, isFirst: boolean): string => `${isFirst ? '' : ','}\n"${name}": [`,
  ends: '\n]',
} as const;

/** The end of `data.json`: what the service has, or why that is not in it. */
export function dataTail(service: unknown, missing: string | null): string {
  return `"service": ${JSON.stringify(service)},\n"serviceMissing": ${JSON.stringify(missing)}\n}\n`;
}
