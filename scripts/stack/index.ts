export type { ChildName } from './childSpec.ts';
export { findFreePorts, type Ports } from './ports.ts';
export { type Stack, type StackOptions, startStack } from './startStack.ts';
export type { ChildEvent } from './supervisedChild.ts';
