/** What a page needs to show a comparison: words and types, no reader and no schema library. */
export { diffAreas } from './areas.ts';
export { bpmnLabel } from './bpmnLabel.ts';
export type { Change, DiffArea, PackDiff, Words } from './changeSchema.ts';
export { areaWords, joinWords, kindWords, same, typeWords, word } from './diffTexts.ts';
export { excerpt } from './excerpt.ts';
export { propertyOf } from './placeOf.ts';
export { summariseDiff } from './renderDiffText.ts';
