import type { Result } from '../../../contract/result.ts';
import type { FolderMover } from '../../folder-ports.ts';
import type { TransferProgress } from '../../ports.ts';
import type { MoveCall } from './messages.ts';

/** Moves lectures between folders by way of the transfer worker. */
export function createFolderMover(
  call: <T>(call: MoveCall, onProgress: TransferProgress, signal: AbortSignal) => Promise<Result<T>>,
): FolderMover {
  const quiet = (): void => undefined;
  return {
    size: (order) => call({ name: 'size', order }, quiet, new AbortController().signal),
    copy: (order, onProgress, signal) => call({ name: 'copy', order }, onProgress, signal),
    undo: (order, signal) => call({ name: 'undo', order }, quiet, signal),
    clear: (order, signal) => call({ name: 'clear', order }, quiet, signal),
  };
}
