import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Config } from '../config/configSchema.ts';
import type { FieldCipher } from '../store/fieldCipher.ts';
import type { Models } from '../store/models.ts';
import type { CreditRecord, CreditRegister } from './creditRegister.ts';
import { creditRecordKinds } from './model.ts';

const listSchema = z.strictObject({
  source: z.string().min(1),
  records: z.array(
    z.strictObject({
      holderCode: z.string().min(1),
      kind: z.enum(creditRecordKinds),
      until: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      note: z.string().optional(),
    }),
  ),
});

/** The list that stands for the credit platform in the reference district. */
const referenceList = new URL('../../data/daxing/creditRecords.json', import.meta.url);

/**
 * The credit register that the configuration names: a list handed over by the credit platform (`CREDIT_RECORDS`; the
 * reference list with demonstration data) and always what this office recorded itself.
 * Throws Error when the list cannot be read.
 */
export async function chooseCreditRegister(options: {
  config: Pick<Config, 'CREDIT_RECORDS' | 'DEMO_DATA'>;
  tenant: string;
  models: Models;
  cipher: FieldCipher;
}): Promise<CreditRegister> {
  const { config, tenant, models, cipher } = options;
  const file = config.CREDIT_RECORDS ?? (config.DEMO_DATA ? referenceList : undefined);
  const list = file === undefined ? undefined : listSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return {
    platform: list !== undefined,
    async recordsOf(holderCode, day) {
      const own = await models.creditRecords
        .find({ tenant, holderIndex: cipher.blindIndex('holder', holderCode) })
        .lean();
      const records: CreditRecord[] = [
        ...own.map(({ kind, keepUntil, category }) => ({
          kind,
          until: keepUntil,
          source: category['zh-CN'],
        })),
        ...(list?.records ?? [])
          .filter((record) => record.holderCode === holderCode)
          .map(({ kind, until }) => ({ kind, until, source: list?.source ?? '' })),
      ];
      return records.filter(({ until }) => until === undefined || until >= day);
    },
  };
}
