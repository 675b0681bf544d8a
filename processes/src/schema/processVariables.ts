/** Process variables that the server gives at the start of every case (texts; `town`, `village` may be empty). */
export const startVariables = [
  'caseNo',
  'tenant',
  'operation',
  'department',
  'town',
  'village',
  'window',
] as const;

/** Process variables that the server sets: `outcome` at every completion, the others at a decision. */
export const completionVariables = ['outcome', 'decision', 'decisionNo'] as const;

/** What the variable of a joint opinion (会签) can hold. */
export const jointResults = ['open', 'agreed', 'dissent'] as const;

/** What the variable of an expert panel can hold. */
export const panelResults = ['open', 'quorate', 'noQuorum'] as const;

/** Topics of external tasks that the product works on, with the input parameter that each needs. */
export const topics = {
  'issue-document': 'document',
  'issue-license': null,
  notify: 'notice',
} as const;
