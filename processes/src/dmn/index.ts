/** Decision tables as the linter reckons with them, without anything that needs a server. */

export { dayVariable } from './dayVariable.ts';
export { type Atom, covered, type InputDomain, partitionInput, valuesOutside } from './partitionInput.ts';
export { TableSpace, TableTooComplex } from './TableSpace.ts';
export {
  type Comparison,
  dayOf,
  parseUnaryTests,
  passes,
  type Scalar,
  toDay,
  type UnaryTest,
} from './unaryTests.ts';
