import type { AppError, AppErrorCode } from '../../../../contract/result.ts';

const ofTheService: readonly AppErrorCode[] = ['service-unreachable', 'service-failed', 'service-nonsense'];
const ofTheDisk: readonly AppErrorCode[] = ['asset-damaged', 'asset-missing', 'drive-away', 'disk-failed'];

/** Whether it is the service or the way to it: it may pass by itself, and what is on the disk plays. */
export function isServiceFault({ code }: AppError): boolean {
  return ofTheService.includes(code);
}

/** Whether it is the file or its drive: over the network the lecture may play. */
export function isDiskFault({ code }: AppError): boolean {
  return ofTheDisk.includes(code);
}
