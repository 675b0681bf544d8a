import { composeWorkbook } from '../../tables/composeWorkbook.ts';
import { annexTables } from './annexTables.ts';
import type { ReportTables } from './figures.ts';
import { type Names, reckonTables } from './reckonTables.ts';
import { type CaseFact, isCounted, type ReportFacts } from './reportFacts.ts';

/** Late cases that are named in the report itself; the annex names them all. */
const mostNamed = 60;

/** What a report is reckoned from, besides the cases. */
export interface ReportBasis {
  records: ReportFacts['records'];
  /** Empty: the whole district. */
  departmentId: string;
  /** Every department that cases and records name. */
  departments: Readonly<Record<string, ReturnType<Names['department']>>>;
  items: Readonly<Record<string, ReturnType<Names['item']>>>;
}

export interface Reckoned {
  tables: ReportTables;
  /** The annex, a workbook in Chinese. */
  annex: Uint8Array;
  /** The facts as JSON. */
  facts: Uint8Array;
  caseCount: number;
  recordCount: number;
  lateCount: number;
  /** The first sixty of the late. */
  lateNamed: CaseFact[];
}

/** Everything that a report takes from its facts. Of cases that were read twice the later reading counts. */
export async function reckonReport(read: Iterable<CaseFact>, basis: ReportBasis): Promise<Reckoned> {
  const { records, departmentId, departments, items } = basis;
  const latest = new Map<string, CaseFact>();
  for (const fact of read) latest.set(fact.caseId, fact);
  const cases = [...latest.values()]
    .filter((fact) => isCounted(fact, departmentId))
    .sort((one, other) => (one.caseNo < other.caseNo ? -1 : 1));
  const facts = { cases, records };
  const department = (id: string) => departments[id] ?? { name: id, level: 'district' };
  const item = (code: string) => items[code] ?? { name: { 'zh-CN': code, en: code }, limits: null };
  const tables = reckonTables(facts, { department, item });
  const departmentName = (id: string) => department(id).name;
  const late = cases.filter(({ decided }) => decided?.onTime === false);
  return {
    tables,
    annex: await composeWorkbook(annexTables({ facts, tables, departmentName, locale: 'zh-CN' })),
    facts: Buffer.from(JSON.stringify(facts)),
    ...{ caseCount: cases.length, recordCount: records.length },
    ...{ lateCount: late.length, lateNamed: late.slice(0, mostNamed) },
  };
}
