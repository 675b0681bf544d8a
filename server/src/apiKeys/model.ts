import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

/** What another system may do: hand applications in, see what became of its own, follow any case by its number. */
export const apiRights = ['intake', 'status', 'track'] as const;
export type ApiRight = (typeof apiRights)[number];

/** The role of a key. It is given to no account of the staff and opens the routes below /partner only. */
export const partnerRole = 'partner';

/** A key with which another system calls. The secret is shown once and kept as its SHA-256. */
export interface ApiKeyDocument extends BaseDocument {
  /** Name of the system, as the audit of its cases tells it. */
  name: string;
  /** Office that answers for it. */
  owner: string;
  rights: ApiRight[];
  /** Codes of packs; empty: every item that can be applied for online. */
  items: string[];
  /** Requests a minute. */
  perMinute: number;
  state: 'active' | 'revoked';
  /** Absent until a secret was given. */
  secretHash?: string;
  /** The first characters of the secret, by which people tell keys apart. */
  secretHint?: string;
  secretAt?: Date;
  expiresAt: Date;
  createdBy: { id: string; name: string };
  createdAt: Date;
  revokedBy?: { id: string; name: string };
  revokedAt?: Date;
  lastUsedAt?: Date;
  /** Network address of the last use. */
  lastUsedFrom?: string;
}

export const apiKeySchema = documentSchema<ApiKeyDocument>('apiKeys', {
  name: text,
  owner: text,
  rights: texts,
  items: texts,
  perMinute: count,
  state: text,
  secretHash: optionalText,
  secretHint: optionalText,
  secretAt: optionalInstant,
  expiresAt: instant,
  createdBy: nested,
  createdAt: instant,
  revokedBy: nested,
  revokedAt: optionalInstant,
  lastUsedAt: optionalInstant,
  lastUsedFrom: optionalText,
});
apiKeySchema.index({ tenant: 1, createdAt: -1 });
apiKeySchema.index(
  { tenant: 1, secretHash: 1 },
  { unique: true, partialFilterExpression: { secretHash: { $exists: true } } },
);
// To find by; the partial one only keeps what is unique: docs/decisions/0013.
apiKeySchema.index({ secretHash: 1, tenant: 1 });
