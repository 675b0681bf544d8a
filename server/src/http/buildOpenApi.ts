import {
  extendZodWithOpenApi,
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { partnerRole } from '../apiKeys/model.ts';
import type { Route } from './route.ts';

extendZodWithOpenApi(z);

const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  traceId: z.string(),
  errors: z
    .array(z.looseObject({ path: z.string(), pointer: z.string(), message: z.string(), rule: z.string() }))
    .optional(),
});

/** The OpenAPI 3.1 document of the declared routes. */
export function buildOpenApi(routes: readonly Route[]): unknown {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'onewindow.sid',
  });
  registry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  for (const route of routes) registry.registerPath(describe(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'OneWindow API',
      version: '1',
      description:
        'Unsafe requests of a session carry X-CSRF-Token; creating ones an Idempotency-Key; edits an If-Match. Errors are RFC 9457 problem documents.',
    },
    servers: [{ url: '/api/v1' }],
  });
}

function describe(route: Route): RouteConfig {
  const headers: Record<string, z.ZodType> = {};
  if (route.idempotent === true || route.again !== undefined)
    headers['Idempotency-Key'] = z.string().min(8).max(200);
  const upload = z.object({ file: z.string().meta({ format: 'binary' }) });
  const content =
    route.upload !== undefined
      ? { 'multipart/form-data': { schema: upload } }
      : route.body === undefined
        ? undefined
        : { 'application/json': { schema: route.body } };
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    tags: [route.tag],
    ...(route.access === 'public' ? {} : { security: [{ [securityOf(route)]: [] }] }),
    description: accessText(route),
    request: {
      ...(route.params === undefined ? {} : { params: route.params as z.ZodObject }),
      ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
      ...(Object.keys(headers).length === 0 ? {} : { headers: z.object(headers) }),
      ...(content === undefined ? {} : { body: { content } }),
    },
    responses: {
      [route.status]: success(route),
      default: {
        description: 'Problem document (RFC 9457)',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}

function securityOf({ access }: Route): 'session' | 'key' {
  return Array.isArray(access) && access.includes(partnerRole) ? 'key' : 'session';
}

function success(route: Route): RouteConfig['responses'][string] {
  if (route.responseMediaType !== undefined) {
    return { description: 'OK', content: { [route.responseMediaType]: { schema: z.string() } } };
  }
  if (route.response === undefined) return { description: 'Done' };
  return { description: 'OK', content: { 'application/json': { schema: route.response } } };
}

function accessText(route: Route): string {
  if (route.access === 'public') return 'Open to anybody.';
  if (route.access === 'signedIn') return 'Open to every signed-in person.';
  return `Roles: ${route.access.join(', ')}.`;
}
