import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/configSchema.ts';

/** Security headers of architecture, "Security posture"; a fresh style nonce a response in `response.locals.cspNonce`. */
export function securityHeaders({
  PROFILE: profile,
  DEVICE_AGENT_URL: agent,
}: Pick<Config, 'PROFILE' | 'DEVICE_AGENT_URL'>): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals['cspNonce'] = randomBytes(16).toString('base64');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", (_request, response) => `'nonce-${cspNonce(response)}'`],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          // The device agent on the computer of a window (docs/devices.md).
          connectSrc: ["'self'", ...(agent === undefined ? [] : [agent])],
          frameSrc: ["'self'", 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: profile === 'prod' ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    }),
    (_request, response, next) => {
      response.setHeader(
        'Permissions-Policy',
        'camera=(self), geolocation=(self), microphone=(), payment=()',
      );
      next();
    },
  ];
}

function cspNonce(response: unknown): string {
  return String((response as { locals?: Record<string, unknown> }).locals?.['cspNonce'] ?? '');
}
