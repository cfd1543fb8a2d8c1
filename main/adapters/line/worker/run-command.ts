import { execFile } from 'node:child_process';

/** Runs a program that is there to be asked one thing; null when it is missing, fails, is slow or says too much. */
export type RunCommand = (file: string, args: readonly string[]) => Promise<string | null>;

const timeoutMs = 3000;
const mostBytes = 64 * 1024;

/** Makes it with the environment that the programs get. */
export function createRunCommand(environment: NodeJS.ProcessEnv): RunCommand {
  return (file, args) =>
    new Promise((resolve) => {
      const options = {
        env: environment,
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: mostBytes,
        windowsHide: true,
      } as const;
      execFile(file, args, options, (error, output) => resolve(error === null ? output : null));
    });
}
