import { shanghaiDay } from '@onewindow/clocks';
import { type FormDefinition, type ListedField, listFields, renderSummary } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import type { Text } from '../errors/appError.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import type { KnownValue } from './knownValue.ts';

/** Something that government knows about the applicant and that this form asks for. */
export interface Offer {
  id: string;
  source: 'license' | 'case';
  ref: string;
  day: string;
  name: Text;
  licenseId?: string;
  values: Record<string, unknown>;
}

/** Kinds of fields that are filled in for an applicant; declarations, files and tables they make anew each time. */
const kinds = new Set(['textfield', 'textarea', 'number', 'select', 'radio', 'selectboxes']);
/** Days are about the case at hand. */
const ofTheMoment = new Set(['date', 'month', 'dateTime']);

const received = ['received', 'supplementing', 'accepted', 'decided', 'delivered', 'closed'];

/**
 * What can be filled into the open application of a case, from the last application for the same item by the same applicant
 * and from their licenses in force (State Council, Regulation on online government services art. 10: no material or statement is asked for that is already shared).
 * Only empty fields, only the same purpose: an earlier case of another item is not looked at.
 */
export async function listOffers(
  app: AppContext,
  subject: CaseDocument,
  application: SubmissionDocument,
): Promise<Offer[]> {
  const { holderIndex } = subject;
  if (holderIndex === undefined) return [];
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const form = loaded.form(application.formPath);
  const filled = dataOf(app, application);
  const asked = listFields(form).filter((field) => isFillable(field) && isEmpty(filled[field.key]));
  if (asked.length === 0) return [];
  const [earlier, licenses] = await Promise.all([
    earlierCase(app, subject, holderIndex),
    app.models.licenses.find({ tenant: app.tenant, holderIndex, state: 'issued' }).lean() as Promise<
      LicenseDocument[]
    >,
  ]);
  const fromCase = earlier === undefined ? undefined : await offerOfCase(app, earlier, asked);
  const fromLicenses = licenses.map((license) => offerOfLicense(app, license, asked));
  return [fromCase, ...fromLicenses].filter(
    (offer): offer is Offer => offer !== undefined && Object.keys(offer.values).length > 0,
  );
}

async function earlierCase(
  app: AppContext,
  subject: CaseDocument,
  holderIndex: string,
): Promise<CaseDocument | undefined> {
  const cases = (await app.models.cases.find({ tenant: app.tenant, holderIndex }).lean()) as CaseDocument[];
  return cases
    .filter(
      ({ _id, packCode, state }) =>
        _id !== subject._id && packCode === subject.packCode && received.includes(state),
    )
    .sort((one, other) => (other.receivedAt?.getTime() ?? 0) - (one.receivedAt?.getTime() ?? 0))[0];
}

async function offerOfCase(
  app: AppContext,
  earlier: CaseDocument,
  asked: readonly ListedField[],
): Promise<Offer | undefined> {
  const before = (await app.models.submissions
    .findOne({ tenant: app.tenant, caseId: earlier._id, stepKey: 'intake' })
    .lean()) as SubmissionDocument | null;
  if (before === null) return undefined;
  const loaded = await app.packs.version(earlier.packCode, before.packVersion);
  const typesThen = new Map(listFields(loaded.form(before.formPath)).map(({ key, type }) => [key, type]));
  const data = dataOf(app, before);
  return {
    id: `case:${earlier._id}`,
    source: 'case',
    ref: earlier.caseNo ?? '',
    day: shanghaiDay(earlier.receivedAt ?? earlier.createdAt),
    name: earlier.itemName,
    values: pick(asked, ({ key, type, options }) => {
      const value = typesThen.get(key) === type ? data[key] : undefined;
      return isChoice(options, value) ? value : undefined;
    }),
  };
}

function offerOfLicense(app: AppContext, license: LicenseDocument, asked: readonly ListedField[]): Offer {
  const content = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
  return {
    id: `license:${license._id}`,
    source: 'license',
    ref: license.licenseNo,
    day: content.issueDay,
    name: { 'zh-CN': content.name, en: content.name },
    licenseId: license._id,
    // What stands on a license is words: it fits fields of words only.
    values: pick(asked, ({ key, type }) =>
      type === 'textfield' || type === 'textarea' ? content.fields[key] : undefined,
    ),
  };
}

function pick(asked: readonly ListedField[], read: (field: ListedField) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    asked.map((field) => [field.key, read(field)] as const).filter(([, value]) => !isEmpty(value)),
  );
}

/** A choice that is no longer offered is not filled in. */
function isChoice(options: ListedField['options'], value: unknown): boolean {
  if (options.length === 0 || typeof value !== 'string') return true;
  return options.some((option) => option.value === value);
}

/** Fields of the form itself, not of its tables and groups. */
function isFillable({ key, path, type, format }: ListedField): boolean {
  return key === path && kinds.has(type) && !ofTheMoment.has(format ?? '');
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** The value of a field as people read it, in both languages. */
export function showValue(form: FormDefinition, key: string, value: unknown): Text {
  const show = (locale: 'zh-CN' | 'en') =>
    renderSummary(form, { [key]: value } as never, locale)
      .map((row) => row.value)
      .join('；');
  return { 'zh-CN': show('zh-CN'), en: show('en') };
}

/** What an offer leaves with a field that it fills. */
export function knownFrom({ source, ref, day }: Offer, value: unknown): KnownValue {
  return { value, source, ref, day };
}

export async function openApplication(
  app: AppContext,
  subject: CaseDocument,
): Promise<SubmissionDocument | undefined> {
  const found = await app.models.submissions
    .findOne({ tenant: app.tenant, caseId: subject._id, stepKey: 'intake' })
    .lean();
  return found?.open === true ? (found as SubmissionDocument) : undefined;
}
