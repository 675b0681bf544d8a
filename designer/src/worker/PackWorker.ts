import type { Saved } from '@onewindow/processes/foreign';
import type { Finding } from '../model/packFiles.ts';
import type { Answers, LintRules, Port, Question, Reply, Request } from './messages.ts';

/** Reads what the check asks about the installation; of other packs those named. */
export type ReadRules = (packs: readonly string[]) => Promise<LintRules>;

interface Waiting {
  resolve(answer: never): void;
  reject(problem: Error): void;
}

/** The page's end of the worker: asks, and hands each answer to who asked. */
export class PackWorker {
  private number = 0;
  private readonly waiting = new Map<number, Waiting>();
  /** The files that the worker has. */
  private sent: ReadonlyMap<string, string> = new Map();
  private rules: Promise<LintRules> | null = null;
  private rulesSent: LintRules | null = null;
  /** What was read last, for as long as it holds. */
  private rulesRead: LintRules | null = null;
  private asked: readonly string[] = [];
  private broken: Error | null = null;

  constructor(
    private readonly port: Port,
    private readonly readRules: ReadRules,
  ) {
    port.onmessage = ({ data }) => this.hear(data as Reply);
  }

  /** Everything wrong with these files, by the rules of the server. Throws when the rules cannot be read or the worker fails. */
  async lint(files: ReadonlyMap<string, string>): Promise<readonly Finding[]> {
    for (;;) {
      // Asked at once where it can be: what the page asks next waits behind it.
      const rules = this.rulesRead ?? (await this.knownRules());
      const { findings, unknown } = await this.askLint(files, rules);
      if (unknown.length === 0) return findings;
      // A theme names other packs: what is asked about them comes once.
      this.asked = [...this.asked, ...unknown];
      this.rules = null;
      this.rulesRead = null;
    }
  }

  /** `saveEdited` of `@onewindow/processes`, out of the way of the page. */
  save(texts: {
    readonly original: string;
    readonly before: string;
    readonly after: string;
  }): Promise<Saved> {
    return this.ask({ kind: 'save', ...texts });
  }

  /** Nothing is answered from now on: what waits is told, what is asked fails at once. */
  fail(problem: Error): void {
    this.broken = problem;
    for (const { reject } of this.waiting.values()) reject(problem);
    this.waiting.clear();
  }

  private async knownRules(): Promise<LintRules> {
    this.rules ??= this.readRules(this.asked);
    try {
      this.rulesRead = await this.rules;
      return this.rulesRead;
    } catch (problem) {
      // The next check tries again.
      this.rules = null;
      throw problem;
    }
  }

  private askLint(files: ReadonlyMap<string, string>, rules: LintRules): Promise<Answers['lint']> {
    const changed: [string, string | undefined][] = [];
    for (const [path, text] of files) if (this.sent.get(path) !== text) changed.push([path, text]);
    for (const path of this.sent.keys()) if (!files.has(path)) changed.push([path, undefined]);
    this.sent = files;
    const news = rules === this.rulesSent ? {} : { rules };
    this.rulesSent = rules;
    return this.ask({ kind: 'lint', changed, asked: this.asked, ...news });
  }

  private ask<K extends Question['kind']>(question: Question & { readonly kind: K }): Promise<Answers[K]> {
    if (this.broken !== null) return Promise.reject(this.broken);
    this.number += 1;
    const { number } = this;
    return new Promise<Answers[K]>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.port.postMessage({ number, question } satisfies Request);
    });
  }

  private hear(reply: Reply): void {
    const who = this.waiting.get(reply.number);
    this.waiting.delete(reply.number);
    if ('problem' in reply) who?.reject(new Error(reply.problem));
    else who?.resolve(reply.answer as never);
  }
}
