import { type BaseDocument, count, documentSchema, instant } from '../store/documentSchema.ts';

/** Background work that one server copy at a time does; `_id` is tenant and name of the work. */
export interface LeaseDocument extends BaseDocument {
  until: Date;
  /** Raised with every taking: what an earlier holder still writes under its own number is refused. */
  fence: number;
  /** Writes made under the lease, so that each of them meets a taking by another. */
  beats: number;
}

export const leaseSchema = documentSchema<LeaseDocument>('leases', {
  until: instant,
  fence: count,
  beats: count,
});
leaseSchema.index({ tenant: 1 });
