import { shanghaiDay } from '@onewindow/clocks';
import type { DocumentKind } from '@onewindow/processes';
import { fillPlaceholders } from '@onewindow/processes';
import {
  type DocumentData,
  type DocumentTemplate,
  type StatutoryKind,
  statutoryTemplate,
} from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import { waysOfAppeal } from '../appeal/waysOfAppeal.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { themeValues } from '../themes/themeValues.ts';
import { caseValues } from './caseValues.ts';
import type { DocumentFacts } from './oweDocument.ts';

/** What stands in a statutory document, frozen when it was issued: resolved template and values. */
export interface DocumentContent {
  template: DocumentTemplate;
  data: Omit<DocumentData, 'at'>;
}

const statutoryKind: Readonly<Record<DocumentKind, StatutoryKind>> = {
  receipt: 'receipt',
  acceptanceNotice: 'acceptanceNotice',
  supplementNotice: 'supplementNotice',
  notAcceptedNotice: 'refusalOfAcceptance',
  specialProcedureNotice: 'specialProcedureNotice',
  extensionNotice: 'extensionNotice',
  hearingRightNotice: 'hearingRightNotice',
  hearingNotice: 'hearingNotice',
  grantDecision: 'grantDecision',
  refusalDecision: 'refusalDecision',
  deliveryReceipt: 'serviceReceipt',
  commitmentLetter: 'commitmentLetter',
  waiverLetter: 'waiverLetter',
  correctionOrder: 'correctionOrder',
  annulmentDecision: 'annulmentDecision',
};

/** Puts a document together from the statutory template, the case, the pack's own words and the facts of the act. */
export async function composeContent(options: {
  app: AppContext;
  change: CaseChange;
  kind: DocumentKind;
  number: string;
  facts: DocumentFacts;
}): Promise<DocumentContent> {
  const { app, change, kind } = options;
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const department = app.organisation.department(subject.departmentId);
  const values: Record<string, unknown> = {
    ...(await caseValues(app, change, loaded)),
    ...(subject.theme === undefined ? {} : await themeValues(app, subject, change.now)),
    ...options.facts,
  };
  const own = ownWords(loaded, kind, values);
  const ways = replacesBody(kind)
    ? waysOfAppeal(loaded.pack.appeal, { kind, departmentName: department.name })
    : undefined;
  const common = statutoryTemplate(templateOf(kind, subject));
  return {
    template: inOwnWords(ways === undefined ? common : withWays(common, ways), loaded, kind, own),
    data: {
      number: options.number,
      body: { name: department.name, uscc: department.uscc },
      issuedDay: shanghaiDay(change.now),
      qr: {
        text: `${app.config.PUBLIC_BASE_URL}/progress/${subject.progressToken}`,
        caption: '扫码查询办理进度',
      },
      values: {
        remark: '',
        referTo: '',
        ...values,
        ...(own === undefined || replacesBody(kind)
          ? {}
          : { remark: [own, options.facts['remark'] ?? ''].filter((part) => part !== '').join(' ') }),
      },
    },
  };
}

/** A theme has one receipt for all its items. */
function templateOf(kind: DocumentKind, subject: Pick<CaseDocument, 'theme'>): StatutoryKind {
  return kind === 'receipt' && subject.theme !== undefined ? 'themeReceipt' : statutoryKind[kind];
}

function ownWords(
  loaded: LoadedPack,
  kind: DocumentKind,
  values: Readonly<Record<string, unknown>>,
): string | undefined {
  const body = loaded.pack.documents[kind]?.body['zh-CN'];
  if (body === undefined) return undefined;
  const texts = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : '']),
  );
  return fillPlaceholders(body, texts);
}

/** The last paragraph of a decision tells the ways of appeal: the pack's in place of the common ones. */
function withWays(template: DocumentTemplate, ways: string): DocumentTemplate {
  const at = template.blocks.findLastIndex((block) => block.type === 'paragraph');
  const blocks = template.blocks.map((block, index) =>
    index === at ? { type: 'paragraph' as const, text: ways } : block,
  );
  return { ...template, blocks };
}

/** A decision is worded by the pack; its last paragraph, the ways of appeal, stays. Elsewhere the words are a remark. */
function inOwnWords(
  template: DocumentTemplate,
  loaded: LoadedPack,
  kind: DocumentKind,
  own: string | undefined,
): DocumentTemplate {
  const title = loaded.pack.documents[kind]?.title?.['zh-CN'] ?? template.title;
  if (own === undefined || !replacesBody(kind)) return { ...template, title };
  const appeal = template.blocks.findLast((block) => block.type === 'paragraph');
  return {
    ...template,
    title,
    blocks: [{ type: 'paragraph', text: own }, ...(appeal === undefined ? [] : [appeal])],
  };
}

function replacesBody(kind: DocumentKind): boolean {
  return kind === 'grantDecision' || kind === 'refusalDecision' || kind === 'annulmentDecision';
}
