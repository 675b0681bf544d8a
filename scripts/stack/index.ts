export type { EngineName } from '../prepare/engineName.ts';
export type { ChildName } from './childSpec.ts';
export type { EngineDatabase } from './engineChild.ts';
export { findFreePorts, type Ports } from './ports.ts';
export { serverOptions } from './serverChild.ts';
export { type OwnEngine, startOwnEngine } from './startOwnEngine.ts';
export { type Stack, type StackOptions, startStack } from './startStack.ts';
export type { ChildEvent } from './supervisedChild.ts';
