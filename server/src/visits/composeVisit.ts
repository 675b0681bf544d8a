import type { FormDefinition } from '@onewindow/forms';
import type { PackManifest } from '@onewindow/processes';
import texts from '../../data/visitTexts.json' with { type: 'json' };
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { type AskedQuestion, composeForm } from './composeForm.ts';
import { composeGuide, MemberConditions } from './memberConditions.ts';

type Member = { loaded: LoadedPack; operation: string };
type Material = PackManifest['materials'][number];
type Theme = NonNullable<PackManifest['theme']>;

const formPath = 'forms/visit.json';

/**
 * Any set of items as one application: a theme made for this visit. One form without repeated questions, each material once,
 * all items begin at once and in parallel, one receipt, the latest of their promised days.
 * Throws AppError `operationUnknown`, `visitItemTwice`, `visitItemUnfit`, `visitNobody` (no kind of applicant may ask for all of them).
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
      aboutLicense: loaded.operation(operation).requiresLicense,
    })),
    { shared: texts.shared },
  );
  const conditions = members.map((member, at) => new MemberConditions(member, at, questions));
  const { materials, sharedMaterials } = composeMaterials(members, conditions);
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
        // What a license answers is filled in by the license of each item (`licensedMembers`).
        prefill: questions.flatMap(({ key, from }) =>
          from === undefined || from.startsWith('license:') ? [] : [{ to: key, from }],
        ),
        limits: undefined,
      },
    ],
    limits: { ...limits, variants: undefined },
    materials,
    intakeVariables: conditions.flatMap(({ variables }) => variables),
    questions: composeGuide(conditions),
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

/** An item once, and none that is a bundle or begins with a report. */
function requireFit({ loaded, operation }: Member, members: readonly Member[]): void {
  const { pack } = loaded;
  const params = { item: pack.name['zh-CN'] };
  if (members.filter((other) => other.loaded.pack.packCode === pack.packCode).length > 1)
    throw new AppError('visitItemTwice', { params });
  loaded.operation(operation);
  if (pack.theme !== undefined || pack.dispatch !== undefined)
    throw new AppError('visitItemUnfit', { params });
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
function composeMaterials(members: readonly Member[], conditions: readonly MemberConditions[]) {
  const materials: Material[] = [];
  const sharedMaterials: Theme['sharedMaterials'] = [];
  for (const [index, { loaded, operation }] of members.entries()) {
    for (const key of loaded.operation(operation).materials) {
      const rule = loaded.material(key);
      if (rule === undefined) continue;
      const at = materials.findIndex((known) => isSame(known, rule));
      const place = { item: loaded.pack.packCode, material: key };
      if (at >= 0) {
        sharedMaterials[at]?.to.push(place);
        materials[at] = joined(materials[at] as Material, {
          ...rule,
          when: conditions[index]?.rename(rule.when),
        });
        continue;
      }
      materials.push({
        ...rule,
        key: `material${materials.length + 1}`,
        when: conditions[index]?.rename(rule.when),
      });
      sharedMaterials.push({ material: `material${materials.length}`, to: [place] });
    }
  }
  return { materials, sharedMaterials };
}

/** Needed as soon as one item needs it, and a key material where it is one for any of them (容缺). */
function joined(one: Material, other: Material): Material {
  const when =
    one.when === undefined || other.when === undefined ? undefined : `(${one.when}) or (${other.when})`;
  return {
    ...one,
    when:
      one.required && other.required ? when : one.required ? one.when : other.required ? other.when : when,
    required: one.required || other.required,
    keyMaterial: one.keyMaterial || other.keyMaterial,
  };
}

function isSame(left: Material, right: Material): boolean {
  return (
    left.name['zh-CN'] === right.name['zh-CN'] ||
    left.licenseTypes.some((type) => right.licenseTypes.includes(type))
  );
}
