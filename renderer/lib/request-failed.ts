import type { AppError } from '../../contract/result.ts';

/** A failed request as something that can be thrown; the message is the code and nothing else. */
export class RequestFailed extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'RequestFailed';
    this.error = error;
  }
}

/** The error as data, whatever was thrown. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof RequestFailed ? thrown.error : { code: 'unexpected' };
}
