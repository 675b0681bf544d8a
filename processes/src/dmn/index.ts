/** Decision tables as the linter reckons with them, without anything that needs a server. */
export { type Atom, covered, type InputDomain, partitionInput, valuesOutside } from './partitionInput.ts';
export { TableSpace, TableTooComplex } from './TableSpace.ts';
export { type Comparison, parseUnaryTests, passes, type Scalar, type UnaryTest } from './unaryTests.ts';
