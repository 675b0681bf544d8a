import { readFileSync } from 'node:fs';

export type FixtureRow = {
  name: string;
  language: 'bpmn' | 'dmn';
  code?: string;
  elementId?: string | null;
  also?: string[];
  prolog?: string;
  definitions?: string;
  body: string;
};

type RowsFile = {
  templates: { bpmn: string; dmn: string };
  refused: (FixtureRow & { code: string })[];
  allowed: FixtureRow[];
};

const file = JSON.parse(
  readFileSync(new URL('../../fixtures/refused/rows.json', import.meta.url), 'utf8'),
) as RowsFile;

export const { refused: refusedRows, allowed: allowedRows } = file;

/** The whole XML file of a row of fixtures/refused/rows.json. */
export function xmlOfRow(row: FixtureRow): string {
  return file.templates[row.language]
    .replace('{prolog}', () => row.prolog ?? '')
    .replace('{definitions}', () => row.definitions ?? '')
    .replace('{body}', () => row.body);
}
