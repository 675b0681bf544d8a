export { changeKinds, diffAreas } from './areas.ts';
export {
  type Change,
  type ChangeKind,
  changeSchema,
  type DiffArea,
  type DiffValue,
  type PackDiff,
  packDiffSchema,
  type Words,
} from './changeSchema.ts';
export { diffPacks } from './diffPacks.ts';
export { areaWords, kindWords } from './diffTexts.ts';
export { excerpt } from './excerpt.ts';
export { type DiffLanguage, renderDiffText, sayChange, summariseDiff } from './renderDiffText.ts';
