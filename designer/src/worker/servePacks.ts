import { checkNoCode } from '@onewindow/engine/no-code';
import { offerStep } from '@onewindow/processes/block-offer';
import { type KnownPack, lintPack, Readings } from '@onewindow/processes/browser';
import { findFix } from '@onewindow/processes/fixes';
import { rewriteBpmn, saveEdited } from '@onewindow/processes/foreign';
import { findTemplateFaults } from '@onewindow/signing/template';
import type { Linted, LintRules, Port, Question, Reply, Request } from './messages.ts';

/** Answers what the page asks over a port: the check of a pack by the rules of the server, and the text of an edited process. */
export function servePacks(port: Port): void {
  const files = new Map<string, string>();
  const readings = new Readings();
  let rules: LintRules = { departments: [], roles: [], packs: {} };
  const answer = async (question: Question) => {
    if (question.kind === 'save') return saveEdited({ ...question, reserialise: rewriteBpmn });
    for (const [path, text] of question.changed) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    rules = question.rules ?? rules;
    return lint(files, { ...rules, readings }, question.asked);
  };
  port.onmessage = ({ data }) => {
    const { number, question } = data as Request;
    answer(question).then(
      (found) => port.postMessage({ number, answer: found } satisfies Reply),
      (problem: unknown) => port.postMessage({ number, problem: String(problem) } satisfies Reply),
    );
  };
}

async function lint(
  files: ReadonlyMap<string, string>,
  { packs, readings, ...installation }: LintRules & { readonly readings: Readings },
  asked: readonly string[],
): Promise<Linted> {
  const known = new AskedPacks(Object.entries(packs));
  const plain = Object.fromEntries(files);
  const found = await lintPack(plain, {
    ...installation,
    packs: known,
    noCode: checkNoCode,
    checkLicenseTemplate: findTemplateFaults,
    readings,
  });
  const findings = found.map((finding) => ({
    ...finding,
    // The blocks themselves stay out of the worker.
    fix: findFix(finding, plain) ?? offerStep(finding, plain),
  }));
  return { findings, unknown: [...known.missed].filter((name) => !asked.includes(name)) };
}

/** The packs that are known here; remembers which others were asked about. */
class AskedPacks extends Map<string, KnownPack> {
  readonly missed = new Set<string>();

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  override get(name: string): KnownPack | undefined {
    const found = super.get(name);
    // While the map is filled the set is not there yet.
    if (found === undefined) this.missed?.add(name);
    return found;
  }
}
