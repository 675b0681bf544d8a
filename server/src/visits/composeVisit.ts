import type { FormDefinition } from '@onewindow/forms';
import type { PackManifest } from '@onewindow/processes';
import texts from '../../data/visitTexts.json' with { type: 'json' };
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { type AskedQuestion, composeForm } from './composeForm.ts';

type Member = { loaded: LoadedPack; operation: string };
type Material = PackManifest['materials'][number];
type Theme = NonNullable<PackManifest['theme']>;

const formPath = 'forms/visit.json';

/**
 * Any set of items as one application: a theme made for this visit. One form without repeated questions, each material once,
 * all items begin at once and in parallel, one receipt, the latest of their promised days.
 * Throws AppError `visitItemTwice`, `visitItemUnfit`, `visitNobody` (no kind of applicant may ask for all of them).
 */
export function composeVisit(options: {
  packCode: string;
  departmentId: string;
  members: readonly Member[];
}): { pack: PackManifest; form: FormDefinition; formPath: string } {
  const { members } = options;
  const [first] = members;
  if (first === undefined || members.length < 2) throw new AppError('visitTooFew');
  for (const member of members) requireFit(member, members);
  const packs = members.map(({ loaded }) => loaded.pack);
  const applicantKinds = first.loaded.pack.applicantKinds.filter((kind) =>
    packs.every((pack) => pack.applicantKinds.includes(kind)),
  );
  if (applicantKinds.length === 0) throw new AppError('visitNobody');
  const { form, questions } = composeForm(
    members.map(({ loaded, operation }) => ({
      packCode: loaded.pack.packCode,
      operation,
      name: loaded.pack.name,
      form: loaded.form(loaded.operation(operation).intakeForm),
      prefill: loaded.operation(operation).prefill,
    })),
    { shared: texts.shared },
  );
  const { materials, sharedMaterials } = composeMaterials(members);
  const area = (['village', 'town', 'none'] as const).find((one) => packs.some((pack) => pack.area === one));
  const names = (language: 'zh-CN' | 'en') =>
    texts.joined[language].replace(
      '{names}',
      packs.map((pack) => pack.name[language]).join(language === 'en' ? ', ' : '、'),
    );
  const { limits, ...rest } = first.loaded.pack;
  const pack = {
    ...rest,
    packCode: options.packCode,
    name: { 'zh-CN': names('zh-CN'), en: names('en') },
    kind: 'theme',
    department: options.departmentId,
    ruleSet: 'own-rules',
    handling: 'local',
    applicantKinds,
    area: area ?? 'none',
    operations: [
      {
        ...first.loaded.operation(first.operation),
        key: 'new',
        name: texts.name,
        intakeForm: formPath,
        materials: materials.map(({ key }) => key),
        licenseAction: 'none',
        requiresLicense: false,
        prefill: questions.flatMap(({ key, from }) => (from === undefined ? [] : [{ to: key, from }])),
        limits: undefined,
      },
    ],
    limits: { ...limits, variants: undefined },
    materials,
    intakeVariables: [],
    steps: {},
    documents: { receipt: { title: texts.receiptTitle, body: texts.receiptBody } },
    refusalReasons: [],
    license: undefined,
    commitment: undefined,
    externalSystem: undefined,
    themes: [],
    joint: [],
    theme: {
      items: members.map(({ loaded, operation }) => ({
        item: loaded.pack.packCode,
        operation,
        after: [],
        onRefusal: 'goOn',
      })),
      sharedQuestions: questions.map((question) => asShared(question)),
      sharedMaterials,
      receipt: 'one',
      promisedDate: 'latestOfItems',
    },
  } as unknown as PackManifest;
  return { pack, form, formPath };
}

/** Only what is asked for anew by the applicant's own data; what is about a license in store is asked for by itself. */
function requireFit({ loaded, operation }: Member, members: readonly Member[]): void {
  const { pack } = loaded;
  const params = { item: pack.name['zh-CN'] };
  if (members.filter((other) => other.loaded.pack.packCode === pack.packCode).length > 1)
    throw new AppError('visitItemTwice', { params });
  const unfit =
    pack.theme !== undefined || pack.dispatch !== undefined || loaded.operation(operation).requiresLicense;
  if (unfit) throw new AppError('visitItemUnfit', { params });
}

function asShared({ key, label, to }: AskedQuestion): Theme['sharedQuestions'][number] {
  return {
    key,
    name: { 'zh-CN': label, en: label },
    field: `/${key}`,
    to: to.map((place) => ({
      item: place.item,
      operation: place.operation as Theme['items'][number]['operation'],
      field: `/${place.key}`,
    })),
  };
}

/** Each material once: the same when a license of the same type satisfies it or it has the same name. */
function composeMaterials(members: readonly Member[]) {
  const materials: Material[] = [];
  const sharedMaterials: Theme['sharedMaterials'] = [];
  for (const { loaded, operation } of members) {
    for (const key of loaded.operation(operation).materials) {
      const rule = loaded.material(key);
      if (rule === undefined) continue;
      const at = materials.findIndex((known) => isSame(known, rule));
      const place = { item: loaded.pack.packCode, material: key };
      if (at >= 0) {
        sharedMaterials[at]?.to.push(place);
        materials[at] = { ...(materials[at] as Material), required: true };
        continue;
      }
      const { when: condition, ...kept } = rule;
      // Whether a conditional one is needed is seen by the item itself.
      materials.push({
        ...kept,
        key: `material${materials.length + 1}`,
        required: rule.required && condition === undefined,
      });
      sharedMaterials.push({ material: `material${materials.length}`, to: [place] });
    }
  }
  return { materials, sharedMaterials };
}

function isSame(left: Material, right: Material): boolean {
  return (
    left.name['zh-CN'] === right.name['zh-CN'] ||
    left.licenseTypes.some((type) => right.licenseTypes.includes(type))
  );
}
