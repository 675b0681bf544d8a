export { type Notice, noticePlaceholders, noticeSchema } from './schema/noticeSchema.ts';
export {
  itemKinds,
  type Material,
  type Operation,
  type OperationKey,
  operationKeys,
  type PackManifest,
  type PackManifestInput,
  packSchema,
  powerTypes,
} from './schema/packSchema.ts';
export { type BoundField, parseSource, type Source } from './schema/sourceSchema.ts';
export type { Effect, Outcome, Step, Variable } from './schema/stepSchema.ts';
export type { LicenseType } from './schema/licenseSchema.ts';
export type { Text } from './schema/text.ts';
