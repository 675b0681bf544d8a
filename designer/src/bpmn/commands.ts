/** Command that writes a file of the pack, so that undo and redo cover the diagram and everything beside it. */
export const SET_TEXT = 'pack.setText';

/** Command that makes several edits one step of undo. */
export const TOGETHER = 'pack.together';

/** Command that gives pools and lanes their place and size. */
export const SET_FRAMES = 'pack.setFrames';
