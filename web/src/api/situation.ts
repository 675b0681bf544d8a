import { request } from './request.ts';
import type { Text } from './types.ts';

/** Guided questions 情形引导; each call throws Problem. */

/** Key of a question → value of the chosen option. */
export type Answers = Readonly<Record<string, string>>;
export interface GuidedQuestion {
  key: string;
  title: Text;
  help: Text | null;
  /** Field of the form that the answer fills. */
  field: string;
  answer: string | null;
  options: { value: string; name: Text; help: Text | null }[];
}
export interface GuidedMaterial {
  key: string;
  name: Text;
  required: boolean;
  note: Text | null;
  fromLicense: boolean;
  /** Needed, not needed, or depending on what is not answered yet. */
  verdict: 'yes' | 'no' | 'open';
  because: { title: Text; answer: Text | null }[];
  dependsOn: Text[];
}
export interface Situation {
  /** Those that are asked now. */
  questions: GuidedQuestion[];
  /** Fields of all questions of the operation, by key, asked now or not. */
  fields: Record<string, string>;
  complete: boolean;
  materials: GuidedMaterial[];
  /** Those that can still apply; `name` is null for the item's own limits. */
  situations: { name: Text | null; statutory: string | null; promised: string | null }[];
}

/** `key:value,key:value`, as it stands in an address. */
export function writeAnswers(answers: Answers): string {
  return Object.entries(answers)
    .map(([key, value]) => `${key}:${value}`)
    .join(',');
}

/** The answers of an address; what is not of that shape is passed over. */
export function readAnswers(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(',').flatMap((part) => {
      const [key = '', value = ''] = part.split(':');
      return key === '' || value === '' ? [] : [[key, value]];
    }),
  );
}

const pathOf = (packCode: string, operation: string) =>
  `/items/${encodeURIComponent(packCode)}/operations/${encodeURIComponent(operation)}/situation`;

/** Null where the operation asks nothing. */
export const readSituation = (packCode: string, operation: string, answers: Answers) =>
  request<{ situation: Situation | null }>('GET', pathOf(packCode, operation), {
    query: { answers: writeAnswers(answers) },
  });
export const readOnlineSituation = (packCode: string, operation: string, answers: Answers) =>
  request<{ situation: Situation | null }>('GET', `/portal${pathOf(packCode, operation)}`, {
    query: { answers: writeAnswers(answers) },
  });
