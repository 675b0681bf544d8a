/** Null is an empty cell; a number stays a number in a workbook. */
export type TableCell = string | number | null;

export interface Table {
  /** Name of its sheet in a workbook, 31 characters at most. */
  sheet?: string;
  headings: readonly string[];
  rows: readonly (readonly TableCell[])[];
}
