import { z } from 'zod';
import { field } from '../schema/field.ts';

/**
 * What is filled in. `{$given: name, …}` takes a block of `scenarios/given.yaml` and changes it: keys beside it replace,
 * null removes. `{$file: name.jpg}` uploads a file and puts it here.
 */
const data = z.record(z.string(), z.unknown());

export const formData = (zh: string, en: string, example: unknown) => field(data, zh, en, example);

export const providedSchema = z.union([z.literal('all'), z.array(z.string().max(64)).max(50)]);
