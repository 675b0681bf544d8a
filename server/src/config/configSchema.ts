import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/**
 * Everything the server reads from its environment, by variable name.
 * `npm start` generates the secrets at first start; in production they are given by the operator.
 */
export const configSchema = z.object({
  PROFILE: z.enum(['dev', 'prod']).default('dev'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8380),
  /** Address under which people reach the server; it stands in QR codes and links. */
  PUBLIC_BASE_URL: z.url().default('http://127.0.0.1:8380'),
  TENANT: z
    .string()
    .regex(/^\d{6}$/)
    .default('110115'),
  DATA_DIR: z.string().default('.data'),
  MONGODB_URI: z.string().min(1),
  MONGODB_DATABASE: z.string().default('onewindow'),
  ENGINE_URL: z.url(),
  ENGINE_USER: z.string().min(1),
  ENGINE_PASSWORD: z.string().min(16),
  /** Signs session cookies; 32 characters or more. */
  SESSION_SECRET: z.string().min(32),
  /** AES-256-GCM keys for personal fields: `keyId:base64(32 bytes)`, comma separated, the first one encrypts. */
  FIELD_KEY: z.string().regex(/^[\w-]+:[A-Za-z0-9+/=]{44}(,[\w-]+:[A-Za-z0-9+/=]{44})*$/),
  /** HMAC key of the blind index: base64 of 32 bytes. */
  BLIND_INDEX_KEY: z.string().regex(/^[A-Za-z0-9+/=]{44}$/),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Largest upload in MiB. */
  UPLOAD_LIMIT_MIB: z.coerce.number().int().min(1).max(512).default(20),
  /** Requests a minute from one address. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(60).default(3000),
  /** Load demonstration accounts and packs at start. Refused in production. */
  DEMO_DATA: flag,
  /** Packs published with them, by code, comma separated; all that come with the product when left out. */
  SEED_PACKS: z
    .string()
    .transform((codes) => codes.split(',').map((code) => code.trim()))
    .optional(),
  /** Use the development certificate authority. Refused in production. */
  DEV_AUTHORITY: flag,
  /** RFC 3161 time-stamp authority; without it the development authority stamps. */
  TSA_URL: z.url().optional(),
  /** Folder with PKCS#12 seals named <uscc>.p12 (production). */
  SEALS_DIR: z.string().optional(),
  SEALS_PASSPHRASE: z.string().optional(),
  /** PEM file with the trusted roots of seals (production). */
  TRUST_ROOTS: z.string().optional(),
  /** JSON file with the working calendar; the product's own when left out. A newer version recomputes every open clock. */
  CALENDAR_FILE: z.string().optional(),
  /** JSON file with the credit records that bar the commitment path; the reference list with demonstration data. */
  CREDIT_RECORDS: z.string().optional(),
  /** PEM file with the Ed25519 key that signs pack archives which are handed out; development makes one of its own. */
  PACK_KEY: z.string().optional(),
  PACK_KEY_PASSPHRASE: z.string().optional(),
  /** PEM file with the Ed25519 keys or certificates whose pack archives may be imported, besides the installation's own. */
  PACK_TRUST: z.string().optional(),
  /** `second`: a pack is published only when a second designer approves. */
  PUBLISH_APPROVAL: z.enum(['none', 'second']).default('none'),
  /** TLS key and certificate (PEM files); production serves HTTPS itself or stands behind a proxy. */
  TLS_KEY: z.string().optional(),
  TLS_CERT: z.string().optional(),
  TRUST_PROXY: z.string().optional(),
  /** Where PDFs are drawn: in a child process of lower priority, or in the server itself. */
  DRAWING: z.enum(['process', 'here']).default('process'),
  /** Connection to the systems in which mirrored items are handled: `simulated` stands in for them, in development only. */
  EXTERNAL_SYSTEMS: z.enum(['none', 'simulated']).default('none'),
  /** Who compares faces at the window 人证合一: nobody, a stand-in (development only), or the service at MATCH_URL. */
  MATCH_SERVICE: z.enum(['none', 'simulated', 'http']).default('none'),
  MATCH_URL: z.url().optional(),
  /** Bearer token for the matching service. */
  MATCH_TOKEN: z.string().optional(),
  /** Likeness from 0 to 1 from which a comparison counts as the same person. */
  MATCH_THRESHOLD: z.coerce.number().min(0).max(1).default(0.8),
  /** Address of the device agent on each window's own computer (docs/devices.md), e.g. http://127.0.0.1:18380. */
  DEVICE_AGENT_URL: z
    .url()
    .regex(/^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/)
    .optional(),
  /** Text messages: gateway that takes `POST {id, to, text}`, and its bearer token. Development keeps them in its outbox. */
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** Mail server, e.g. `smtps://user:password@mail.example.cn`, and the sender. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().max(200).optional(),
  /** Register that compares names and numbers of applicants; simulated with demonstration data, else none. */
  IDENTITY_REGISTER: z.enum(['none', 'simulated']).optional(),
  /** Cashier at which fees are paid online; simulated with demonstration data, else none. */
  PAY_SERVICE: z.enum(['none', 'simulated']).optional(),
  /** Department whose window takes in what is applied for online. */
  ONLINE_OFFICE: z.string().default('zwfw'),
  /** Seconds between two looks for what falls due on a day: lists, notices, publications, checks, expiry, calendars. */
  SWEEP_SECONDS: z.coerce.number().int().min(1).max(600).default(60),
  /** Run workers, sweeps, history sync and outbox delivery in this copy. */
  BACKGROUND: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
});

export type Config = z.infer<typeof configSchema>;
