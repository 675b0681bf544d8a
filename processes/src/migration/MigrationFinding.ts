import type { Text } from '../schema/text.ts';
import texts from './migration-texts.json' with { type: 'json' };

export type MigrationCode = keyof typeof texts;

/** What a migration plan has to say about a pair of versions or about one case. */
export interface MigrationFinding {
  readonly code: MigrationCode;
  /** `blocking` refuses the migration; a warning is to be weighed; info tells what changes. */
  readonly severity: 'blocking' | 'warning' | 'info';
  /** Id of the process element, key of the step, field or clock that it is about. */
  readonly element?: string;
  readonly zh: string;
  readonly en: string;
  /** What to do about it. */
  readonly help: Text;
}

/** A word that reads differently in the two languages. */
export type Param = string | number | Text;

/** Makes a finding from the catalogue; `{name}` in its sentences is taken from `params`, `{nameEn}` from its English. */
export function migrationFinding(
  code: MigrationCode,
  params: Readonly<Record<string, Param>> = {},
  element?: string,
): MigrationFinding {
  const { severity, zh, en, help } = texts[code];
  return {
    code,
    severity: severity as MigrationFinding['severity'],
    ...(element === undefined ? {} : { element }),
    zh: fill(zh, params, 'zh-CN'),
    en: fill(en, params, 'en'),
    help: { 'zh-CN': help.zh, en: help.en },
  };
}

export function isBlocking({ severity }: Pick<MigrationFinding, 'severity'>): boolean {
  return severity === 'blocking';
}

function fill(text: string, params: Readonly<Record<string, Param>>, language: keyof Text): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = params[key] ?? params[key.replace(/En$/, '')];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
