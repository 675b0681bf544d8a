import { ConsoleError } from '../console/consoleError.ts';

/** The process engines that engine/ is built as, by the names of their Maven profiles. */
export const ENGINE_NAMES = ['camunda', 'operaton'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** The engine that a text names; Camunda when there is none. Throws ConsoleError when it is no engine of ours. */
export function readEngineName(text: string | undefined): EngineName {
  if (text === undefined || text === '') return 'camunda';
  const known = ENGINE_NAMES.find((name) => name === text);
  if (known !== undefined) return known;
  throw new ConsoleError(
    'unknownEngine',
    `没有名为 ${text} 的流程引擎 / There is no engine ${text}; ENGINE or --engine may be ${ENGINE_NAMES.join(' or ')}.`,
  );
}
