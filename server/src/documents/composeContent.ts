import { shanghaiDay } from '@onewindow/clocks';
import type { DocumentKind } from '@onewindow/processes';
import { fillPlaceholders } from '@onewindow/processes';
import type { DocumentData, DocumentTemplate } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import { waysOfAppeal } from '../appeal/waysOfAppeal.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { themeValues } from '../themes/themeValues.ts';
import { caseValues } from './caseValues.ts';
import type { DocumentFacts } from './oweDocument.ts';
import { readSignatures } from './readSignatures.ts';
import { replacesBody, signatureValue, wordTemplate } from './wordTemplate.ts';

/** What stands in a statutory document, frozen when it was issued: resolved template and values. */
export interface DocumentContent {
  template: DocumentTemplate;
  data: Omit<DocumentData, 'at'>;
}

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
  const signatures = await readSignatures(app, change, loaded.pack.documents[kind]?.signatures ?? []);
  return {
    template: wordTemplate({
      kind,
      signatures: signatures.map(({ label }) => label),
      ofTheme: subject.theme !== undefined,
      title: loaded.pack.documents[kind]?.title?.['zh-CN'],
      own,
      ways,
    }),
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
        ...Object.fromEntries(signatures.map(({ picture }, at) => [signatureValue(at), picture])),
        ...(own === undefined || replacesBody(kind)
          ? {}
          : { remark: [own, options.facts['remark'] ?? ''].filter((part) => part !== '').join(' ') }),
      },
    },
  };
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
