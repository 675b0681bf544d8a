/** The lists that an editor of packs offers; also in a browser. */
export { licensePlaceholders } from './licenseSchema.ts';
export { lifeEvents } from './lifeEvents.ts';
export { noticePlaceholders, placeholdersOf } from './noticeSchema.ts';
export { operationKeys } from './operationKeys.ts';
export { documentKinds, itemKinds, powerTypes } from './packSchema.ts';
