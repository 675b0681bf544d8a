import type { DocumentKind } from '@onewindow/processes';
import { type DocumentTemplate, type StatutoryKind, statutoryTemplate } from '@onewindow/signing';

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
  amendedDecision: 'amendedDecision',
  reclaimDecision: 'reclaimDecision',
};

/**
 * The template of a document with what the pack says in it: its title, its own words (placeholders filled in), its ways of
 * appeal. A decision is worded by the pack; its last paragraph, the ways of appeal, stays. Elsewhere the words are a remark.
 */
export function wordTemplate(input: {
  kind: DocumentKind;
  /** A theme has one receipt for all its items. */
  ofTheme: boolean;
  title: string | undefined;
  own: string | undefined;
  ways: string | undefined;
  /** The words before each signature that is printed. */
  signatures?: readonly string[];
}): DocumentTemplate {
  const template = wordBody(input);
  const pictures = (input.signatures ?? []).map((label, at) => ({
    type: 'picture' as const,
    label,
    from: signatureValue(at),
    when: signatureValue(at),
  }));
  return { ...template, blocks: [...template.blocks, ...pictures] };
}

/** The name by which the template finds a signature. */
export function signatureValue(at: number): string {
  return `signature${at + 1}`;
}

function wordBody(input: Parameters<typeof wordTemplate>[0]): DocumentTemplate {
  const { kind, own, ways } = input;
  const common = statutoryTemplate(
    kind === 'receipt' && input.ofTheme ? 'themeReceipt' : statutoryKind[kind],
  );
  const template = ways === undefined ? common : withWays(common, ways);
  const title = input.title ?? template.title;
  if (own === undefined || !replacesBody(kind)) return { ...template, title };
  const appeal = template.blocks.findLast((block) => block.type === 'paragraph');
  return {
    ...template,
    title,
    blocks: [{ type: 'paragraph', text: own }, ...(appeal === undefined ? [] : [appeal])],
  };
}

/** The last paragraph of a decision tells the ways of appeal: the pack's in place of the common ones. */
function withWays(template: DocumentTemplate, ways: string): DocumentTemplate {
  const at = template.blocks.findLastIndex((block) => block.type === 'paragraph');
  const blocks = template.blocks.map((block, index) =>
    index === at ? { type: 'paragraph' as const, text: ways } : block,
  );
  return { ...template, blocks };
}

const decisions: readonly DocumentKind[] = [
  'grantDecision',
  'refusalDecision',
  'annulmentDecision',
  'reclaimDecision',
];

/** Whether the words of the pack take the place of the document's body. */
export function replacesBody(kind: DocumentKind): boolean {
  return decisions.includes(kind);
}
