import { describe, expect, it } from 'vitest';
import { codeOfReadError, codeOfReadFault, codeOfWriteError, codeOfWriteFault } from './disk-codes.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'open' });
}

describe('what the disk says, in our codes', () => {
  it.each([
    ['ENOENT', 'asset-missing', 'disk-failed'],
    ['EACCES', 'folder-read-only', 'folder-read-only'],
    ['EPERM', 'folder-read-only', 'folder-read-only'],
    ['EROFS', 'folder-read-only', 'folder-read-only'],
    ['ENOSPC', 'disk-full', 'disk-full'],
    ['EDQUOT', 'disk-full', 'disk-full'],
    ['EIO', 'disk-failed', 'disk-failed'],
    ['EMFILE', 'disk-failed', 'disk-failed'],
    ['EEXIST', 'disk-failed', 'disk-failed'],
  ] as const)('C8 D7: %s is %s to a reader and %s to a writer', (errno, reading, writing) => {
    expect(codeOfReadError(systemError(errno))).toBe(reading);
    expect(codeOfWriteError(systemError(errno))).toBe(writing);
  });

  it.each([
    ['wrong-key', 'asset-damaged', 'disk-failed'],
    ['newer-version', 'asset-damaged', 'disk-failed'],
    ['truncated', 'asset-damaged', 'disk-failed'],
    ['too-long', 'asset-damaged', 'disk-failed'],
    ['damaged-segment', 'asset-damaged', 'disk-failed'],
    ['different-content', 'asset-damaged', 'digest-mismatch'],
    ['unsupported-size', 'asset-damaged', 'service-nonsense'],
    ['sync-failed', 'disk-failed', 'disk-failed'],
    ['sync-doubtful', 'disk-failed', 'disk-failed'],
    ['cancelled', 'cancelled', 'cancelled'],
  ] as const)('C8: %s is %s to a reader and %s to a writer', (fault, reading, writing) => {
    expect(codeOfReadFault(fault)).toBe(reading);
    expect(codeOfWriteFault(fault)).toBe(writing);
  });

  it('a bug is not taken for a fault of the disk', () => {
    expect(() => codeOfReadError(new TypeError('a bug'))).toThrow(TypeError);
  });
});
