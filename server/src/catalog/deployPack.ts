import { EngineError, type EngineProblem } from '@onewindow/engine';
import type { Finding } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { PackFile } from './model.ts';

/**
 * Deploys process and decisions of a pack as one deployment of the engine.
 * Throws AppError `engineRefused`, with what the engine said as findings at the elements it named (nothing is deployed
 * then), and EngineError `engineAway`.
 */
export async function deployPack(
  app: AppContext,
  pack: { packCode: string; version: number; files: readonly PackFile[] },
): Promise<{ deploymentId: string; definitionId: string }> {
  const { packCode, version, files } = pack;
  try {
    const deployment = await app.engine.deploy({
      name: `${packCode}@${version}`,
      tenant: app.tenant,
      files: files
        .filter((file) => /\.(bpmn|dmn)$/.test(file.path))
        .map((file) => ({ path: file.path, content: file.text })),
    });
    const definitionId = deployment.processDefinitionIds[packCode];
    if (definitionId !== undefined) return { deploymentId: deployment.id, definitionId };
    await app.engine.deleteDeployment(deployment.id, { cascade: false });
    throw new AppError('engineRefused', { params: { reason: `no process ${packCode}` } });
  } catch (error) {
    if (!(error instanceof EngineError) || error.code === 'engineAway') throw error;
    throw new AppError('engineRefused', {
      params: { reason: error.problems[0]?.message ?? error.message },
      extra: { findings: error.problems.map(findingOf) },
      cause: error,
    });
  }
}

/** What the engine's parser complains of, told as lint tells its findings; the engine speaks English only. */
function findingOf({ resource, elementId, message }: EngineProblem): Finding {
  return {
    code: 'engineRefused',
    severity: 'error',
    file: resource,
    ...(elementId === null ? {} : { element: elementId }),
    zh: `流程引擎不接受：${message}`,
    en: `The engine refuses: ${message}`,
    help: {
      'zh-CN': '按引擎的说明修改此元素后再发布；本次没有发布任何内容。',
      en: 'Change the element as the engine says and publish again; nothing was published.',
    },
  };
}
