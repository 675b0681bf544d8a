import { randomUUID } from 'node:crypto';
import { EngineError } from '@onewindow/engine';
import type { ErrorRequestHandler, Request, Response } from 'express';
import {
  MongoBulkWriteError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import mongoose from 'mongoose';
import type { Logger } from 'pino';
import { AppError, type Locale } from '../errors/appError.ts';

/** Server error codes of a store that is stopping or changing its primary. */
const shuttingDown: ReadonlySet<number> = new Set([91, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** WriteConflict and NoSuchTransaction. */
const writeConflict: ReadonlySet<number> = new Set([112, 251]);

/** The language of the answer: English when the browser prefers it, else Chinese. */
export function localeOf(request: Request): Locale {
  return request.acceptsLanguages(['zh-CN', 'zh', 'en']) === 'en' ? 'en' : 'zh-CN';
}

/** Answers every error as an RFC 9457 problem document with a stable `code` and a trace id. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = asAppError(error);
    const traceId = (response.locals['traceId'] as string | undefined) ?? randomUUID();
    if (known.status >= 500) {
      log.error(
        { traceId, code: known.code, err: describe(error), route: request.route?.path as unknown },
        'request failed',
      );
    }
    sendProblem(response, known, localeOf(request), traceId);
  };
}

export function sendProblem(response: Response, error: AppError, locale: Locale, traceId: string): void {
  if (error.code === 'tooManyAttempts')
    response.setHeader('Retry-After', Number(error.params['minutes'] ?? 1) * 60);
  response
    .status(error.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:onewindow:problem:${error.code}`,
        title: error.code,
        status: error.status,
        code: error.code,
        detail: new AppError(error.code, { params: { ...error.params, traceId } }).userMessage(locale),
        traceId,
        ...(error.problems.length > 0
          ? { errors: error.problems.map((problem) => ({ ...problem, message: problem.message[locale] })) }
          : {}),
        ...error.extra,
      }),
    );
}

/** Maps what libraries throw to the catalogue; what is unknown is `internal`. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof EngineError) {
    return error.code === 'engineAway'
      ? new AppError('engineAway', { cause: error })
      : new AppError('internal', { cause: error });
  }
  if (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoTopologyClosedError ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    // A broken connection in a bulk write comes as this, without the code that the store's own refusals carry.
    (error instanceof MongoBulkWriteError && error.code === undefined) ||
    (error instanceof MongoServerError && shuttingDown.has(Number(error.code)))
  ) {
    return new AppError('storeAway', { cause: error });
  }
  // Conflicts that outlast every repetition: a transaction that a killed server left open holds the documents for a while.
  if (error instanceof MongoServerError && writeConflict.has(Number(error.code)))
    return new AppError('storeBusy', { cause: error });
  const bodyError = error as { type?: unknown; status?: unknown } | null;
  if (bodyError?.type === 'entity.parse.failed') return new AppError('invalidJson', { cause: error });
  if (bodyError?.type === 'entity.too.large')
    return new AppError('uploadTooLarge', { params: { limit: 2 }, cause: error });
  return new AppError('internal', { cause: error });
}

function describe(error: unknown): { name: string; message: string; stack?: string } | string {
  if (!(error instanceof Error)) return typeof error;
  return {
    name: error.name,
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}
