export type { Block, BlockNode } from './Block.ts';
export { middleOf, sizeOf, widthOf } from './blockLayout.ts';
export { createNode } from './createNode.ts';
export { insertBlock } from './insertBlock.ts';
export { blocks, searchBlocks } from './listBlocks.ts';
export { minimalPack } from './minimalPack.ts';
export { type PlannedBlock, planBlock } from './planBlock.ts';
export { stepOfTemplate } from './stepOfTemplate.ts';
