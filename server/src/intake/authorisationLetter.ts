import { shanghaiDay } from '@onewindow/clocks';
import type { Agent, CaseDocument } from '../cases/model.ts';
import { authorisationLetter } from '../catalog/productMaterial.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';

/**
 * Where an agent's letter of authorisation is told, its paper is asked for among the materials (Administrative License Law
 * art. 29: an application may be handed in by an agent; Civil Code art. 165: the letter names the agent, the matter, the
 * scope and the term). Without an agent, or without a letter told, it is not, unless its paper is already there.
 */
export function askForLetter(subject: CaseDocument, agent: Agent | undefined): void {
  const there = subject.materials.find(({ key }) => key === authorisationLetter);
  if (agent?.letter !== undefined) {
    if (there === undefined)
      subject.materials = [...subject.materials, { key: authorisationLetter, files: [] }];
  } else if (there !== undefined && there.files.length === 0) {
    subject.materials = subject.materials.filter((entry) => entry !== there);
  }
}

/** What is wrong with a letter for an application that is handed in now: over, or not for handing in. */
export function checkLetter(agent: Agent | undefined, now: Date): FieldProblem[] {
  if (agent?.letter === undefined) return [];
  const { scope, validTo } = agent.letter;
  const problems: FieldProblem[] = [];
  if (!scope.includes('submit'))
    problems.push({
      path: 'agent.letter.scope',
      pointer: '/agent/letter/scope',
      message: new AppError('letterWithoutSubmit').both(),
      rule: 'scope',
    });
  if (validTo < shanghaiDay(now))
    problems.push({
      path: 'agent.letter.validTo',
      pointer: '/agent/letter/validTo',
      message: new AppError('letterOver', { params: { day: validTo } }).both(),
      rule: 'expired',
    });
  return problems;
}
