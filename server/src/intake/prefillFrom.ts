import { readSource } from '../licenses/readSource.ts';

/** Fills empty fields with what is known about applicant, agent and license (the pack says which); what the clerk wrote stays. */
export function prefillFrom(
  values: object,
  rules: readonly { to: string; from: string }[],
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const filled = { ...data };
  for (const rule of rules) {
    const known = readSource({ values: { ...values }, forms: {} }, rule.from);
    if (known !== undefined && known !== '' && (filled[rule.to] ?? '') === '') filled[rule.to] = known;
  }
  return filled;
}
