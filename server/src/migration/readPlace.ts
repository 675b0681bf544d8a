import type { ActivityInstanceTree } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';

/** Where a case stands in the engine. */
export interface Place {
  /** Process definition that its instance runs on; null when the engine does not have it. */
  readonly definitionId: string | null;
  /** Elements at which tokens are, scopes included, each once. */
  readonly elements: readonly string[];
  /** Names of its variables. */
  readonly variables: ReadonlySet<string>;
}

/** Reads where a running case stands. Throws EngineError. */
export async function readPlace(app: AppContext, subject: CaseDocument): Promise<Place> {
  const id = subject.engine.processInstanceId ?? '';
  const [instance] = await app.engine.listInstances({ processInstanceIds: [id] }, { maxResults: 1 });
  if (instance === undefined) return { definitionId: null, elements: [], variables: new Set() };
  const [tree, variables] = await Promise.all([
    app.engine.getActivityInstances(id),
    app.engine.getVariables(id),
  ]);
  return {
    definitionId: instance.definitionId,
    elements: [...new Set(elementsOf(tree))].sort(),
    variables: new Set(Object.keys(variables)),
  };
}

/** Everything below the root, which is the process itself. */
function elementsOf({ childActivityInstances, childTransitionInstances }: ActivityInstanceTree): string[] {
  return [
    ...childTransitionInstances.map(({ activityId }) => activityId),
    ...childActivityInstances.flatMap((child) => [child.activityId, ...elementsOf(child)]),
  ];
}
