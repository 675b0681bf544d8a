import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../console/paths.ts';

interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly roleZh: string;
  readonly group: string;
}

export interface TableContent {
  readonly address: string;
  readonly dataDir: string;
  /** Whether the demonstration accounts were loaded. */
  readonly demo: boolean;
}

/** Groups of accounts in the order of the table. */
const groups: Readonly<Record<string, string>> = {
  window: 'window 窗口',
  departments: 'departments 部门',
  experts: 'experts 专家',
  dispatch: 'dispatch 分拨',
  oversight: 'oversight 监管',
};

/** Columns that the accounts of a group may take before they go on in the next line. */
const accountColumns = 74;

/** The one table at the end of `npm start`: address, and the accounts by what one does with them. */
export function drawTable({ address, dataDir, demo }: TableContent): string {
  const accounts = demo ? readDemoAccounts() : [];
  const rows = Object.entries(groups).flatMap(([group, title]) =>
    fillLines(accounts.filter((account) => account.group === group).map(labelOf)).map((line, index) => [
      index === 0 ? title : '',
      line,
    ]),
  );
  const passwords = [...new Set(accounts.map(({ password }) => password))];
  const texts = [
    `address 地址   ${address}`,
    `data 数据      ${dataDir}`,
    ...(passwords.length === 1 ? [`password 密码  ${passwords[0]}`] : []),
  ];
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => columns(row[column] ?? ''))));
  const spare = Math.max(...texts.map(columns)) - widths.reduce((sum, width) => sum + width + 3, -3);
  widths[1] = (widths[1] ?? 0) + Math.max(0, spare);
  const line = (cells: readonly string[]) =>
    `│ ${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join(' │ ')} │`;
  const rule = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`;
  const inner = widths.reduce((sum, width) => sum + width + 3, -3);
  const full = (text: string) => `│ ${pad(text, inner)} │`;
  const head = [rule('┌', '─', '┐'), ...texts.map(full)];
  if (rows.length === 0) return ['', ...head, rule('└', '─', '┘'), ''].join('\n');
  return ['', ...head, rule('├', '┬', '┤'), ...rows.map(line), rule('└', '┴', '┘'), ''].join('\n');
}

function labelOf({ username, roleZh }: DemoAccount): string {
  return `${username} ${roleZh}`;
}

/** Joins labels into lines of at most `accountColumns` columns. */
function fillLines(labels: readonly string[]): string[] {
  const lines: string[] = [];
  for (const label of labels) {
    const last = lines.at(-1);
    const longer = `${last} · ${label}`;
    if (last !== undefined && columns(longer) <= accountColumns) lines[lines.length - 1] = longer;
    else lines.push(label);
  }
  return lines;
}

function readDemoAccounts(): DemoAccount[] {
  const file = join(ROOT, 'server', 'src', 'identity', 'demoAccounts.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : [];
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Columns that a terminal gives to a text: two for each Chinese character. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}
