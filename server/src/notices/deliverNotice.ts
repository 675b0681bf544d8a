import { fillPlaceholders, readNotice } from '@onewindow/processes';
import productTexts from '../../data/messageTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import { type ApplicantAccount, accountOf } from '../applicants/accountOf.ts';
import { deliverCode } from '../applicants/deliverCode.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { ReportDocument } from '../dispatch/model.ts';
import { phoneOf } from '../dispatch/tellReporters.ts';
import type { Text } from '../errors/appError.ts';
import { noticeValues } from '../messages/noticeValues.ts';
import { sendMessage } from '../messages/sendMessage.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { isRated, ratingNotice } from '../satisfaction/askForRating.ts';

/**
 * Hands a notice to the message channels: a text message to the agent's phone, else the applicant's, else the account's; a
 * mail where the account has an address. A notice about a report goes to who made it. Whoever has neither reads it on the progress page. Each message has an id of its own
 * made from the entry's, so that a channel sends it once however often it is tried.
 */
export async function deliverNotice(app: AppContext, entry: OutboxDocument): Promise<void> {
  if (entry.type === 'signInCode') return deliverCode(app, entry);
  const subject = (await app.models.cases
    .findOne({ _id: entry.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) return;
  const key = String(entry.payload['notice']);
  if (key === ratingNotice && (await isRated(app, entry.caseId))) return;
  const about = { caseId: entry.caseId, notice: key };
  const account = await accountOf(app, subject.account?.id);
  const { sms, mail } = await recipientsOf({ app, subject, account, entry });
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { packCode } = entry.payload;
  // The notice of a theme goes out about one of its items.
  const notice = textsOf(typeof packCode === 'string' ? await app.packs.live(packCode) : loaded, key);
  const wanted = [
    ...(sms !== undefined && notice.channels.includes('sms') ? [{ kind: 'sms' as const, to: sms }] : []),
    ...(mail === undefined || key === ratingNotice ? [] : [{ kind: 'mail' as const, to: mail }]),
  ];
  if (wanted.length === 0) {
    app.log.info(about, 'notice stands on the progress page');
    return;
  }
  const locale = account?.locale ?? 'zh-CN';
  const known = await noticeValues({ app, subject, loaded, locale });
  const values = { ...known, ...textsIn(entry.payload) };
  const title = fillPlaceholders(notice.title[locale], values);
  const text = fillPlaceholders(notice.body[locale], values).trim();
  for (const { kind, to } of wanted)
    await sendMessage({ app, kind, id: `${entry._id}:${kind}`, to, title, text, about });
}

async function recipientsOf(options: {
  app: AppContext;
  subject: CaseDocument;
  account: ApplicantAccount | undefined;
  entry: OutboxDocument;
}): Promise<{ sms: string | undefined; mail: string | undefined }> {
  const { app, subject, account, entry } = options;
  const { reportId } = entry.payload;
  if (typeof reportId === 'string') {
    const report = await app.models.reports.findOne({ _id: reportId, tenant: app.tenant }).lean();
    return { sms: report === null ? undefined : phoneOf(app, report as ReportDocument), mail: undefined };
  }
  const person = personOf(app, subject);
  const sms = [person.agent?.phone, person.applicant?.phone, account?.phone].find(
    (phone) => phone !== undefined && phone !== '',
  );
  return { sms, mail: account?.mail };
}

/** The pack's own notice, else the product's, else the plain word that there is news. */
function textsOf(loaded: LoadedPack, key: string): { title: Text; body: Text; channels: readonly string[] } {
  const path = `notices/${key}.yaml`;
  if (loaded.files.has(path)) return readNotice(Object.fromEntries(loaded.files), key);
  const known = productTexts[key as keyof typeof productTexts] ?? productTexts.news;
  return { ...known, channels: ['inApp', 'sms'] };
}

function textsIn(payload: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(payload).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
}
