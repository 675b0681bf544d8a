import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../console/paths.ts';

interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: string;
  readonly roleZh: string;
  readonly department: string;
}

export interface TableContent {
  readonly address: string;
  readonly dataDir: string;
  /** Whether the demonstration accounts were loaded. */
  readonly demo: boolean;
}

/** The one table at the end of `npm start`: address, accounts and roles. */
export function drawTable({ address, dataDir, demo }: TableContent): string {
  const accounts = demo ? readDemoAccounts() : [];
  const header = ['role 角色', 'user 用户名', 'password 密码', 'department 部门'];
  const rows = accounts.map((one) => [
    `${one.role} ${one.roleZh}`,
    one.username,
    one.password,
    one.department,
  ]);
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(columns)),
  );
  const texts = [`address 地址   ${address}`, `data 数据      ${dataDir}`];
  const spare = Math.max(...texts.map(columns)) - widths.reduce((sum, width) => sum + width + 3, -3);
  widths[widths.length - 1] = (widths.at(-1) ?? 0) + Math.max(0, spare);
  const line = (cells: readonly string[]) =>
    `│ ${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join(' │ ')} │`;
  const rule = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`;
  const inner = widths.reduce((sum, width) => sum + width + 3, -3);
  const full = (text: string) => `│ ${pad(text, inner)} │`;
  const head = [rule('┌', '─', '┐'), ...texts.map(full)];
  if (rows.length === 0) return ['', ...head, rule('└', '─', '┘'), ''].join('\n');
  return [
    '',
    ...head,
    rule('├', '┬', '┤'),
    line(header),
    rule('├', '┼', '┤'),
    ...rows.map(line),
    rule('└', '┴', '┘'),
    '',
  ].join('\n');
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
