/** State of an address of the designer that opens the own draft at once, without asking. */
export const openDraft = 'draft';
