import type { DocumentKind } from '@onewindow/processes';
import documentNumbers from '../../data/daxing/documentNumbers.json' with { type: 'json' };
import type { DepartmentDocument } from '../organisation/model.ts';

const words: Readonly<Record<DocumentKind, string>> = {
  receipt: '收',
  acceptanceNotice: '受',
  supplementNotice: '补',
  notAcceptedNotice: '不受',
  specialProcedureNotice: '特',
  extensionNotice: '延',
  hearingRightNotice: '听告',
  hearingNotice: '听通',
  grantDecision: '准',
  refusalDecision: '不准',
  deliveryReceipt: '送',
  commitmentLetter: '诺',
  waiverLetter: '容诺',
  correctionOrder: '改',
  annulmentDecision: '撤',
  amendedDecision: '变',
  reclaimDecision: '追',
};

/**
 * Number of a statutory document (发文字号: 机关代字, year in 〔〕, sequence): district, short name of the issuing body,
 * word of the kind, year, case number, e.g. `京兴市监受〔2026〕110115…号`. Unique because case number and slot are.
 * A body without a short name is called by its id.
 */
export function documentNumber(document: {
  issuer: Pick<DepartmentDocument, 'departmentId' | 'shortName'>;
  kind: DocumentKind;
  /** Day of issue in Shanghai, `YYYY-MM-DD`. */
  day: string;
  caseNo: string;
  /** Tells apart several of one kind; the first, `1`, is not written. */
  slot: string;
}): string {
  const { issuer, kind, day, caseNo, slot } = document;
  const body = `${documentNumbers.district}${issuer.shortName ?? issuer.departmentId.toUpperCase()}`;
  return `${body}${words[kind]}〔${day.slice(0, 4)}〕${caseNo}${slot === '1' ? '' : `-${slot}`}号`;
}
