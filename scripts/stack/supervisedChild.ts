import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { ConsoleError } from '../console/consoleError.ts';
import type { ChildSpec } from './childSpec.ts';
import type { Guardian } from './guardianLink.ts';
import { removePidFile, writePidFile } from './pidFiles.ts';
import { readProcessIdentity } from './processIdentity.js';
import type { RotatingLog } from './rotatingLog.ts';

const FIRST_BACK_OFF = 500;
const LONGEST_BACK_OFF = 30_000;
/** A child that lived this long (milliseconds) before dying is restarted without growing back-off. */
const STEADY = 60_000;
const HEALTH_INTERVAL = 5_000;
/** Failed checks in a row after which a living child is taken for hung and restarted. */
const HUNG_AFTER = 24;

export type ChildEvent =
  | { readonly type: 'started'; readonly pid: number }
  | { readonly type: 'died'; readonly how: string; readonly restartIn: number }
  | { readonly type: 'hung' }
  | { readonly type: 'healthy'; readonly after: number };

interface Surroundings {
  readonly dataDir: string;
  readonly log: RotatingLog;
  readonly guardian: Guardian;
  /** Restart the child when it dies by itself. */
  readonly restart: boolean;
  readonly onEvent: (event: ChildEvent) => void;
}

/** One child process that is restarted with growing back-off when it dies or hangs. */
export class SupervisedChild {
  readonly spec: ChildSpec;
  readonly #around: Surroundings;
  #process: ChildProcess | undefined;
  #wanted = false;
  #backOff = FIRST_BACK_OFF;
  #startedAt = 0;
  #healthTimer: NodeJS.Timeout | undefined;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(spec: ChildSpec, around: Surroundings) {
    this.spec = spec;
    this.#around = around;
  }

  /** Process id, or undefined while it does not run. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the child and waits until it is healthy. Throws ConsoleError with its last output when it is not in time. */
  async start(): Promise<void> {
    this.#wanted = true;
    this.#spawn();
    await this.waitUntilHealthy();
  }

  /** Throws ConsoleError with the child's last output when it is not healthy within its start limit. */
  async waitUntilHealthy(): Promise<void> {
    const began = performance.now();
    let deaths = 0;
    let known = this.#process;
    while (performance.now() - began < this.spec.startLimit) {
      if (this.#process !== known) {
        known = this.#process;
        if (known === undefined) deaths += 1;
      }
      if (deaths >= 3 || (deaths > 0 && !this.#around.restart)) break;
      if (!this.#wanted)
        throw new ConsoleError('childStopped', `The ${this.spec.name} was stopped while it started.`);
      if (this.#process !== undefined && (await this.spec.isHealthy())) {
        this.#around.onEvent({ type: 'healthy', after: performance.now() - began });
        return;
      }
      await wait(200);
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    throw new ConsoleError(
      'childNotHealthy',
      `The ${this.spec.name} does not answer after ${seconds} s. The end of ${this.#around.log.file}:\n${this.#lastOutput()}`,
    );
  }

  /** Stops the child: SIGTERM, then SIGKILL after its stop limit. It is not restarted. */
  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#restartTimer);
    const running = this.#process;
    if (running === undefined) return;
    running.kill('SIGTERM');
    if (!(await this.#ended(running, this.spec.stopLimit))) {
      running.kill('SIGKILL');
      await this.#ended(running, 10_000);
    }
  }

  /** Sends a signal and, when it is one that ends a process, waits for its death. `hold` keeps it from being restarted. */
  async kill(signal: NodeJS.Signals, hold: boolean): Promise<void> {
    const running = this.#process;
    if (hold) {
      this.#wanted = false;
      clearTimeout(this.#restartTimer);
    }
    if (running === undefined) return;
    running.kill(signal);
    if (signal === 'SIGSTOP' || signal === 'SIGCONT') return;
    await this.#ended(running, 60_000);
  }

  #spawn(): void {
    const { command, options, env, cwd, name } = this.spec;
    this.#startedAt = performance.now();
    this.#around.log.write(`--- ${new Date().toISOString()} starting ${name}\n`);
    // Its own session: Ctrl-C in the console reaches the supervisor alone, which stops the children in order.
    const child = spawn(command, [...options], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#process = child;
    const keep = (chunk: Buffer) => {
      this.#around.log.write(chunk);
      this.#tail = (this.#tail + chunk.toString()).slice(-8192);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (failure) => keep(Buffer.from(`${failure.message}\n`)));
    child.once('exit', (status, signal) => this.#onEnd(child, signal ?? `status ${status}`));
    if (child.pid === undefined) return;
    const identity = readProcessIdentity(child.pid) ?? '';
    writePidFile(this.#around.dataDir, { name, pid: child.pid, identity });
    this.#around.guardian.watch({ name, pid: child.pid, identity });
    this.#around.onEvent({ type: 'started', pid: child.pid });
    this.#watchHealth(child);
  }

  #onEnd(child: ChildProcess, how: string): void {
    clearInterval(this.#healthTimer);
    if (this.#process === child) this.#process = undefined;
    if (child.pid !== undefined) this.#around.guardian.forget(child.pid);
    removePidFile(this.#around.dataDir, this.spec.name);
    this.#around.log.write(`--- ${new Date().toISOString()} ${this.spec.name} ended: ${how}\n`);
    if (!this.#wanted || !this.#around.restart) return;
    const lived = performance.now() - this.#startedAt;
    this.#backOff = lived > STEADY ? FIRST_BACK_OFF : this.#backOff;
    this.#around.onEvent({ type: 'died', how, restartIn: this.#backOff });
    this.#restartTimer = setTimeout(() => this.#spawn(), this.#backOff);
    this.#backOff = Math.min(this.#backOff * 2, LONGEST_BACK_OFF);
  }

  #watchHealth(child: ChildProcess): void {
    let failures = 0;
    let checking = false;
    this.#healthTimer = setInterval(async () => {
      if (checking || performance.now() - this.#startedAt < this.spec.startLimit) return;
      checking = true;
      failures = (await this.spec.isHealthy()) ? 0 : failures + 1;
      checking = false;
      if (failures < HUNG_AFTER || this.#process !== child) return;
      this.#around.onEvent({ type: 'hung' });
      child.kill('SIGKILL');
    }, HEALTH_INTERVAL);
    this.#healthTimer.unref();
  }

  async #ended(child: ChildProcess, limit: number): Promise<boolean> {
    const began = performance.now();
    while (this.#process === child && performance.now() - began < limit) await wait(25);
    return this.#process !== child;
  }

  #tail = '';

  #lastOutput(): string {
    return this.#tail.trimEnd().split('\n').slice(-25).join('\n');
  }
}
