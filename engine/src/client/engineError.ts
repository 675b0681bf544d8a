/**
 * Why the engine did not do as asked.
 *
 * - `engineAway`: no answer (refused connection, time-out, 502–504). Whether the command happened is unknown.
 * - `engineUnauthorised`: wrong credentials or missing authorization.
 * - `engineRefused`: the request or the model is wrong (400); `problems` names elements of a refused model.
 * - `engineNotFound`: the object does not exist (any more).
 * - `engineConflict`: another transaction was faster (optimistic locking); trying again is right.
 * - `engineFailed`: anything else; a duplicate business key and a vanished task come as this too.
 */
export type EngineErrorCode =
  | 'engineAway'
  | 'engineUnauthorised'
  | 'engineRefused'
  | 'engineNotFound'
  | 'engineConflict'
  | 'engineFailed';

/** One complaint of the engine's parser or of its guard about a model. */
export type EngineProblem = { resource: string; elementId: string | null; line: number; message: string };

const userMessages: Record<EngineErrorCode, { 'zh-CN': string; en: string }> = {
  engineAway: {
    'zh-CN': '流程引擎暂时无法访问，已保存的内容不受影响',
    en: 'The process engine cannot be reached; what was saved is kept',
  },
  engineUnauthorised: {
    'zh-CN': '流程引擎拒绝了本系统的凭据',
    en: "The process engine rejects this system's credentials",
  },
  engineRefused: { 'zh-CN': '流程引擎拒绝了请求', en: 'The process engine refused the request' },
  engineNotFound: { 'zh-CN': '流程引擎中已没有该对象', en: 'The process engine no longer has this object' },
  engineConflict: {
    'zh-CN': '同一办件正被其他人处理，请重试',
    en: 'The same case is being changed by someone else; please try again',
  },
  engineFailed: { 'zh-CN': '流程引擎处理失败', en: 'The process engine failed' },
};

/** Thrown by every call of the engine client. `status` is 0 when there was no answer; `type` is the engine's exception. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly status: number;
  readonly type: string;
  readonly problems: EngineProblem[];
  readonly userMessage: { 'zh-CN': string; en: string };

  constructor(
    code: EngineErrorCode,
    {
      status,
      type,
      message,
      problems = [],
      cause,
    }: {
      status: number;
      type: string;
      message: string;
      problems?: EngineProblem[];
      cause?: unknown;
    },
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.type = type;
    this.problems = problems;
    this.userMessage = userMessages[code];
  }
}

/** Whether an error is an {@link EngineError} with one of these codes (any code when none is named). */
export function isEngineError(error: unknown, ...codes: EngineErrorCode[]): error is EngineError {
  return error instanceof EngineError && (codes.length === 0 || codes.includes(error.code));
}
