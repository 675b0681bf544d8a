import type { Text } from '../schema/text.ts';

export interface PackProblem {
  readonly file: string;
  /** Place in the file, such as `limits.statutory`; empty for the whole file. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** A pack cannot be read. `code` is `packUnreadable`; `problems` says why, place by place. */
export class PackError extends Error {
  readonly code = 'packUnreadable';
  readonly userMessage: Text;

  constructor(readonly problems: readonly PackProblem[]) {
    super(problems.map(({ file, path, en }) => `${file}${path && ` ${path}`}: ${en}`).join('\n'));
    this.name = 'PackError';
    this.userMessage = {
      'zh-CN': `办事包无法读取：${problems.map(({ file, path, zh }) => `${file}${path && `（${path}）`}${zh}`).join('；')}`,
      en: `The service pack cannot be read: ${problems.map(({ file, path, en }) => `${file}${path && ` (${path})`} ${en}`).join('; ')}`,
    };
  }
}
