import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Bytes after which a log file is rotated, and how many old ones are kept (`x.log.1` is the newest). */
const LIMIT = 10 * 1024 * 1024;
const KEPT = 4;

/** A log file that never grows past its limit. */
export class RotatingLog {
  readonly file: string;
  readonly #limit: number;
  #size: number;

  constructor(file: string, limit: number = LIMIT) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.file = file;
    this.#limit = limit;
    this.#size = existsSync(file) ? statSync(file).size : 0;
  }

  write(chunk: string | Buffer): void {
    const bytes = Buffer.byteLength(chunk);
    if (this.#size > 0 && this.#size + bytes > this.#limit) this.#rotate();
    appendFileSync(this.file, chunk, { mode: 0o600 });
    this.#size += bytes;
  }

  #rotate(): void {
    rmSync(`${this.file}.${KEPT}`, { force: true });
    for (let number = KEPT - 1; number >= 1; number -= 1) {
      if (existsSync(`${this.file}.${number}`))
        renameSync(`${this.file}.${number}`, `${this.file}.${number + 1}`);
    }
    renameSync(this.file, `${this.file}.1`);
    this.#size = 0;
  }
}
