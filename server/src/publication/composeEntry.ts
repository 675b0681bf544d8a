import { createHash } from 'node:crypto';
import { shanghaiDay } from '@onewindow/clocks';
import documentTitles from '../../data/documentTitles.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import { canonicalJson } from '../audit/eventHash.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { gatherFacts, writeOut } from '../licenses/readSource.ts';
import { coverContent, coverSubject } from './coverEntry.ts';
import type { PublicEntry } from './model.ts';
import { publicationOf } from './publicationRules.ts';

/** What is not there yet: the decision document with its number, the license that the decision issues. */
export type Lacking = 'document' | 'license';

export interface Preview {
  /** undefined while something is lacking. */
  entry?: PublicEntry;
  licenseId?: string;
  lacking: Lacking[];
}

const replacing = ['issue', 'amend', 'renew', 'reissue'];

/** The covered entry of the case's decision as it would be published now. */
export async function composeEntry(app: AppContext, subject: CaseDocument): Promise<Preview> {
  const { decision } = subject;
  const known = await publicationOf(app, subject);
  const person = personOf(app, subject);
  const { applicant } = person;
  if (decision === undefined || known === undefined || applicant === undefined)
    return { lacking: ['document'] };
  const { rules, loaded } = known;
  const kind = decision.kind === 'grant' ? 'grantDecision' : 'refusalDecision';
  const [document, license] = await Promise.all([
    app.models.caseDocuments
      .findOne({ tenant: app.tenant, effectKey: `${subject._id}:${kind}:${decision.number}` }, { number: 1 })
      .lean(),
    licenseOf(app, subject, decision.number),
  ]);
  const issues =
    decision.kind === 'grant' && replacing.includes(loaded.operation(subject.operation).licenseAction);
  const lacking: Lacking[] = [
    ...(document === null ? (['document'] as const) : []),
    ...(issues && license === undefined ? (['license'] as const) : []),
  ];
  if (document === null || lacking.length > 0) return { lacking };
  const holder = coverSubject(applicant);
  const names = [
    applicant.kind === 'natural' ? applicant.name : '',
    applicant.legalRepresentative ?? '',
    person.agent?.name ?? '',
  ];
  const values = await contentOf(app, subject, loaded, license);
  const issuer = app.organisation.department(subject.departmentId);
  return {
    lacking,
    ...(license === undefined ? {} : { licenseId: license._id }),
    entry: {
      ...holder,
      documentName: loaded.pack.documents[kind]?.title ?? documentTitles[kind],
      documentNo: document.number,
      category: rules.category,
      licenseName: license?.name ?? null,
      licenseNo: license?.licenseNo ?? '',
      rows: rules.content.flatMap((rule, at) => {
        const value = coverContent(values[at] ?? '', rule, holder.subjectKind, names);
        return value === undefined ? [] : [{ label: rule.label, value }];
      }),
      decision: decision.kind,
      decidedDay: shanghaiDay(decision.at),
      validFrom: license?.validFrom ?? shanghaiDay(decision.at),
      validTo: license?.validTo ?? null,
      authority: issuer.name,
      authorityUscc: issuer.uscc,
    },
  };
}

/** Digest of an entry: who publishes says by it which preview they have read. */
export function digestOf(entry: PublicEntry): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex').slice(0, 32);
}

/** The license that the decision has issued; of a deregistration the one that it ends. */
async function licenseOf(
  app: AppContext,
  subject: CaseDocument,
  decisionNo: number,
): Promise<LicenseDocument | undefined> {
  const { tenant } = app;
  const issued = (await app.models.licenses
    .findOne({ tenant, effectKey: `${subject._id}:license:${decisionNo}` })
    .lean()) as LicenseDocument | null;
  if (issued !== null && issued.state !== 'draft') return issued;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.operation(subject.operation).licenseAction !== 'deregister' || subject.licenseId === undefined)
    return undefined;
  const ended = await app.models.licenses.findOne({ _id: subject.licenseId, tenant }).lean();
  return (ended as LicenseDocument | null) ?? undefined;
}

/** Values of the pack's lines; what this application does not ask (an amendment) stands on the license. */
async function contentOf(
  app: AppContext,
  subject: CaseDocument,
  loaded: LoadedPack,
  license: LicenseDocument | undefined,
): Promise<string[]> {
  const facts = await gatherFacts(app, subject);
  const fields =
    license === undefined ? {} : app.cipher.open<LicenseContent>(license.sealedContent, license._id).fields;
  const bound = Object.entries(loaded.pack.license?.fields ?? {});
  return (loaded.pack.publication?.content ?? []).map(({ from, as }) => {
    const said = writeOut(facts, { from, as });
    const key = bound.find(([, field]) => field.from === from)?.[0];
    return said !== '' || key === undefined ? said : (fields[key] ?? '');
  });
}
