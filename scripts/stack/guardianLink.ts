import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../console/paths.ts';

/** The link to the process that stops the children when this one dies (guardian.js). */
export interface Guardian {
  watch(child: { name: string; pid: number; identity: string }): void;
  forget(pid: number): void;
  /** Ends the guardian; to be called when every child has been stopped. */
  dismiss(): void;
}

export function startGuardian(): Guardian {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'stack', 'guardian.js')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  child.unref();
  child.stdin.on('error', () => {});
  const send = (message: object) => child.stdin.write(`${JSON.stringify(message)}\n`);
  return {
    watch: (watched) => send({ watch: watched }),
    forget: (pid) => send({ forget: pid }),
    dismiss: () => {
      send({ done: true });
      child.stdin.end();
    },
  };
}
