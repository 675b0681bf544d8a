import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import type { Locale } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { ActingRole } from '../identity/model.ts';

/** Who may call a route. There is no default: a route without access does not compile. */
export type Access = 'public' | 'signedIn' | readonly ActingRole[];

/** What a handler gets: parsed input and the acting person, no HTTP types. */
export interface Call<Params, Query, Body, A extends Access> {
  app: AppContext;
  actor: A extends 'public' ? Actor | undefined : Actor;
  params: Params;
  query: Query;
  body: Body;
  locale: Locale;
  /** From If-Match; undefined when not sent. */
  ifMatch: number | undefined;
  /** Network address of the caller. */
  from: string;
  /**
   * The same for every try under one Idempotency-Key (idempotent routes only); a UUIDv7. What is created under it as
   * `_id` is created once, also when an earlier try committed and then lost its answer.
   */
  requestId?: string;
  /** The file of a multipart request (routes with `upload`). */
  upload?: UploadedFile;
}

export type UploadKind = 'document' | 'archive';

export interface UploadedFile {
  /** As the browser named it; never used as a path. */
  name: string;
  bytes: Buffer;
  /** Found in the content, not believed from the header. */
  mediaType: string;
}

/** A binary answer. */
export class FileAnswer {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  readonly disposition: 'attachment' | 'inline';

  constructor(file: {
    bytes: Uint8Array;
    mediaType: string;
    name: string;
    disposition?: 'attachment' | 'inline';
  }) {
    this.bytes = file.bytes;
    this.mediaType = file.mediaType;
    this.name = file.name;
    this.disposition = file.disposition ?? 'attachment';
  }
}

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, OpenAPI style: `/cases/{id}`. */
  path: string;
  access: Access;
  summary: string;
  tag: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Multipart with one `file` part: a document or picture, or a pack archive (zip). */
  upload?: UploadKind;
  status: number;
  response?: z.ZodType;
  /** Answers something else than JSON. */
  responseMediaType?: string;
  /** A POST that creates: needs an Idempotency-Key and is answered once. */
  idempotent?: boolean;
  /**
   * An act on a case, done once per Idempotency-Key: the answer when this request (`actor.request`) was carried out
   * before, undefined when it was not. The use case hands `actor.request` to `changeCase`.
   */
  again?: (call: Call<never, never, never, Access>) => Promise<unknown>;
  /** Takes the request itself (sessions, streams); everything else uses `handle`. */
  raw?: (app: AppContext) => RequestHandler;
  handle?: (call: Call<never, never, never, Access>) => Promise<unknown>;
}

/** Declares a route; input types follow from the zod schemas. */
export function defineRoute<
  const A extends Access,
  P extends z.ZodType = z.ZodType<Record<string, never>>,
  Q extends z.ZodType = z.ZodType<Record<string, never>>,
  B extends z.ZodType = z.ZodType<undefined>,
>(
  route: Omit<Route, 'params' | 'query' | 'body' | 'access' | 'handle' | 'again' | 'status'> & {
    access: A;
    params?: P;
    query?: Q;
    body?: B;
    status?: number;
    handle?: (call: Call<z.output<P>, z.output<Q>, z.output<B>, A>) => Promise<unknown>;
    again?: (call: Call<z.output<P>, z.output<Q>, z.output<B>, A>) => Promise<unknown>;
  },
): Route {
  return {
    status: route.response === undefined && route.responseMediaType === undefined ? 204 : 200,
    ...route,
  } as unknown as Route;
}
