import type { z } from 'zod';
import { sentencesOf } from './schemaMessage.ts';

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
};

/** What the format says about an issue in plain words; null where it leaves that to zod. */
export function sentencesOfIssue(issue: z.core.$ZodIssue): { zh: string; en: string } | null {
  const params = 'params' in issue ? issue.params : undefined;
  const own = sentencesOf(typeof params?.['rule'] === 'string' ? params['rule'] : issue.message, params);
  if (own) return own;
  switch (issue.code) {
    case 'unrecognized_keys':
      return sentencesOf('unknownField', { keys: issue.keys.join(', ') });
    case 'invalid_type':
      if (issue.input === undefined) return sentencesOf('missing');
      return sentencesOf('wrongType', {
        expected: issue.expected,
        expectedZh: types[issue.expected] ?? issue.expected,
      });
    case 'invalid_value':
      if (issue.input === undefined) return sentencesOf('missing');
      return sentencesOf('choice', { values: issue.values.map(String).join(', ') });
    case 'too_small':
      if (issue.origin === 'array') return sentencesOf('tooFew', { minimum: issue.minimum });
      if (issue.origin === 'string') return sentencesOf('tooShort');
      return sentencesOf(issue.inclusive ? 'tooSmall' : 'tooSmallExclusive', { minimum: issue.minimum });
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? sentencesOf('tooBig', { maximum: issue.maximum })
        : null;
    default:
      return null;
  }
}
