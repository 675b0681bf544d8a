import { type DocumentKind, fillPlaceholders } from '@onewindow/processes';
import appeal from '../../data/daxing/appeal.json' with { type: 'json' };
import sample from '../../data/sampleDocumentValues.json' with { type: 'json' };
import signature from '../../data/sampleSignature.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import { replacesBody, signatureValue, wordTemplate } from '../documents/wordTemplate.ts';
import type { Actor } from '../identity/actor.ts';

/** How often a long text is said again in the sample that shows how much fits. */
const LONG = 8;

/**
 * Draws a statutory document with what a pack that is being written says in it and made-up values, by the composer that draws
 * real ones; without number and seal, and nothing is stored. `long` makes names and reasons as long as they get.
 * Throws AppError `tooManyRequests`.
 */
export async function previewDocument(input: {
  app: AppContext;
  actor: Actor;
  kind: DocumentKind;
  /** Chinese title and body as the pack has them, with placeholders. */
  title?: string | undefined;
  body: string;
  /** What is known of the item: its name, its department, its license. */
  values: Readonly<Record<string, string>>;
  departmentId?: string | undefined;
  /** The words before each signature that is printed. */
  signatures?: readonly string[] | undefined;
  long: boolean;
}) {
  const { app, actor, kind, long, signatures = [] } = input;
  await app.previewLimiter.consume(`${app.tenant}:${actor.id}`, 'tooManyRequests');
  const department = app.organisation.findDepartment(input.departmentId ?? '');
  const values: Record<string, unknown> = {
    ...appeal,
    ...sample,
    ...input.values,
    ...(department === undefined ? {} : { departmentName: department.name }),
    ...(long ? longValues : {}),
  };
  const texts = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : '']),
  );
  const own = fillPlaceholders(input.body, texts);
  const words = replacesBody(kind);
  const { pdf, pages, missingCharacters, problem } = await app.drawing.previewDocument({
    template: wordTemplate({ kind, ofTheme: false, title: input.title, own, ways: undefined, signatures }),
    data: {
      number: '示例',
      body: {
        name: department?.name ?? sample.departmentName,
        uscc: department?.uscc ?? '11110115000000000X',
      },
      issuedDay: '2026-12-03',
      qr: { text: 'https://example.invalid/preview', caption: '扫码查询办理进度' },
      values: {
        ...values,
        ...Object.fromEntries(signatures.map((_, at) => [signatureValue(at), signature.png])),
        ...(words ? {} : { remark: own }),
      },
    },
    at: app.time.now(),
  });
  return {
    pdf: pdf === null ? null : Buffer.from(pdf).toString('base64'),
    pages,
    missingCharacters,
    problem,
  };
}

const longValues = {
  applicantName: '北京市大兴区黄村镇老街坊餐饮管理与食品供应链服务有限责任公司第一分公司'.padEnd(
    60,
    '（分支机构）',
  ),
  reason: sample.reason.repeat(LONG),
  items: Array.from({ length: LONG }, () => sample.items[0]),
  materials: Array.from({ length: 3 * LONG }, () => sample.materials[1]),
};
