import { z } from 'zod';
import { field } from '../schema/field.ts';
import { packCodeSchema } from '../schema/text.ts';
import { expectationSchema, openTaskSchema } from './expectationSchema.ts';
import { delaySchema, localMinute } from './localTime.ts';

const refusedSchema = z.strictObject({
  code: field(z.string().min(1).max(64), '错误代码', 'Code of the error', 'formInvalid'),
  field: field(
    z.string().max(200).optional(),
    '指出的字段（JSON 指针）',
    'Field that the refusal names (JSON pointer)',
    '/premisesArea',
  ),
  rule: field(z.string().max(64).optional(), '违反的规则', 'Rule that is broken', 'required'),
});

/** What every act may say, whoever does it. */
const common = {
  at: localMinute('在什么时刻（上海）', 'When, Shanghai time', '2026-11-03 09:00').optional(),
  after: delaySchema,
  item: field(
    packCodeSchema.optional(),
    '一件事中的哪个事项；此步的 next、expect 也是该事项的',
    'Item of a theme that the step is about; `next` and `expect` of the step are then that item’s',
    'scjg-food',
  ),
  refused: field(
    refusedSchema.optional(),
    '应被拒绝；办件不变，场景继续',
    'The act must be refused; the case stays as it is and the scenario goes on',
    { code: 'formInvalid', field: '/premisesArea' },
  ),
  next: field(
    z.array(openTaskSchema).max(50).optional(),
    '此后待办的全部环节（即 expect.tasks）',
    'All tasks that are open afterwards (short for expect.tasks)',
    ['inspect'],
  ),
  expect: field(expectationSchema.optional(), '此后应如何', 'What is to be so afterwards', {
    state: 'received',
  }),
};

/** An act of a scenario: its name, what it says in both languages, and the fields of its own. */
export const act = <T extends string, S extends z.ZodRawShape>(name: T, zh: string, en: string, shape: S) =>
  z.strictObject({ act: field(z.literal(name), zh, en, name), ...shape, ...common });

/** Names of the fields that every act may have. */
export const commonFields: readonly string[] = Object.keys(common);
