import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { viewAmendments } from '../appeal/viewAmendments.ts';
import type { Variables } from '../catalog/conditionHolds.ts';
import { countedFrom } from '../catalog/countedFrom.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { readVariables } from '../catalog/readVariables.ts';
import { lightOfSummary, remainingOf } from '../clocks/lightOfSummary.ts';
import { viewCommitment } from '../commitment/viewCommitment.ts';
import { waivedByCommitment } from '../commitment/waivedByCommitment.ts';
import { viewIdentification } from '../identification/viewIdentification.ts';
import type { Actor } from '../identity/actor.ts';
import { isAskedFor, isNeeded } from '../intake/isAskedFor.ts';
import { viewJoint } from '../joint/viewJoint.ts';
import { licenseSummary } from '../licenses/viewLicense.ts';
import { viewPanels } from '../panel/viewPanels.ts';
import { unroutedQueue } from '../unrouted/unroutedQueue.ts';
import { licensedMembers } from '../visits/licensedMembers.ts';
import { mayHandleIntake, maySeeClear, maySeeForms } from './caseScope.ts';
import { isTakenBack } from './isTakenBack.ts';
import { maskNumber } from './maskName.ts';
import type { CaseDocument, CaseMaterial, CasePerson, SubmissionDocument } from './model.ts';
import { dataOf, personOf } from './personOf.ts';

/** One line of a list of cases: no clear personal data. */
export function caseSummary(app: AppContext, subject: CaseDocument, steps: readonly unknown[] = []) {
  return {
    id: subject._id,
    caseNo: subject.caseNo ?? null,
    packCode: subject.packCode,
    itemName: subject.itemName,
    operation: subject.operation,
    state: subject.state,
    applicantName: subject.applicantMasked,
    light: subject.clock === undefined ? null : lightOfSummary(subject.clock, app.time.now()),
    dueAt: subject.clock?.dueAt.toISOString() ?? null,
    remaining: remainingOf(app.calendar.calendar, openDue(subject), app.time.now()),
    receivedAt: subject.receivedAt?.toISOString() ?? null,
    updatedAt: subject.updatedAt.toISOString(),
    department: departmentRef(app, subject.departmentId),
    currentSteps: steps,
  };
}

function openDue(subject: CaseDocument): Date | null {
  const state = subject.clock?.state;
  return state === 'running' || state === 'paused' ? (subject.clock?.dueAt ?? null) : null;
}

export function departmentRef(app: AppContext, id: string): { id: string; name: string } {
  if (id === unroutedQueue) return { id, name: '待人工分派' };
  return { id, name: app.organisation.findDepartment(id)?.name ?? id };
}

/** The whole case for somebody who may see it. Numbers of persons are clear only to the window and the deciding side. */
export async function viewCase(
  app: AppContext,
  actor: Actor,
  subject: CaseDocument,
  /** The application, when the caller has just read it. */
  application?: SubmissionDocument | null,
) {
  const { tenant } = app;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const operation = loaded.operation(subject.operation);
  const heldIds = subject.materials.flatMap((entry) => entry.licenseId ?? []);
  const [submission, tasks, licenses, held] = await Promise.all([
    application === undefined
      ? app.models.submissions.findOne({ tenant, caseId: subject._id, stepKey: 'intake' }).lean()
      : application,
    app.models.tasks.find({ tenant, caseId: subject._id, active: true }).lean(),
    subject.decision === undefined ? [] : app.models.licenses.find({ tenant, caseId: subject._id }).lean(),
    heldIds.length === 0 ? [] : app.models.licenses.find({ tenant, _id: trusted({ $in: heldIds }) }).lean(),
  ]);
  const clear = maySeeClear(actor, subject);
  const filled =
    submission === null ? loaded : await app.packs.version(subject.packCode, submission.packVersion);
  const said = askedOf(app, subject, loaded, submission as SubmissionDocument | null);
  const person = personOf(app, subject);
  const committed = waivedByCommitment(loaded, subject);
  const sameFiles = filesByContent(subject.materials);
  return {
    ...caseSummary(
      app,
      subject,
      tasks.map((task) => task.stepName),
    ),
    version: subject.version,
    packVersion: subject.packVersion,
    migratingTo: subject.migration?.to ?? null,
    /** Who has the draft, or took the case in. */
    clerk: { id: subject.createdBy.id, name: subject.createdBy.name },
    ...(clear ? person : maskedPerson(person)),
    area: subject.area,
    // As it was filled in, also when the case has moved to another version since.
    form: filled.form(submission?.formPath ?? operation.intakeForm),
    formData: submission === null || !maySeeForms(actor, subject) ? {} : dataOf(app, submission),
    materials: subject.materials.map((entry) =>
      viewMaterial(entry, loaded.material(entry.key), {
        held,
        said,
        committed: committed.includes(entry.key),
        same: sameFiles,
      }),
    ),
    caseFile: subject.dispatch !== undefined,
    engineState: subject.engine.state,
    progressToken: subject.progressToken,
    deemedAccepted: subject.deemedAccepted ?? false,
    supplement:
      subject.supplement === undefined
        ? null
        : { round: subject.supplement.round, items: subject.supplement.items },
    decision:
      subject.decision === undefined
        ? null
        : {
            kind: subject.decision.kind,
            at: subject.decision.at.toISOString(),
            by: subject.decision.by.name,
            reason: subject.decision.reason,
            annulled:
              subject.decision.annulled === undefined
                ? null
                : { ...subject.decision.annulled, at: subject.decision.annulled.at.toISOString() },
            amendments: viewAmendments(app, subject, clear),
          },
    remakes: viewRemake(subject),
    commitment: viewCommitment(subject),
    identification: clear ? viewIdentification(app, subject) : null,
    isTheme: loaded.pack.theme !== undefined,
    family: subject.family ?? null,
    // A draft that an appeal came before is nobody's license.
    licenses: licenses
      .filter(({ state }) => state !== 'draft' || !isTakenBack(subject))
      .map((license) => licenseSummary(app, license)),
    licenseId: subject.licenseId ?? null,
    /** Items of a visit that are about a license, with the one that is chosen. */
    memberLicenses: (await licensedMembers(app, subject)).map((member) => ({
      packCode: member.packCode,
      itemName: member.loaded.pack.name,
      operationName: member.loaded.operation(member.operation).name,
      licenseId: subject.memberLicenses?.[member.packCode] ?? null,
    })),
    joint: viewJoint(app, loaded, subject),
    panels: viewPanels(loaded, actor, subject),
    requiresLicense: operation.requiresLicense,
    actions: actionsOf(actor, subject, {
      extensible:
        subject.remakes?.ordered !== true &&
        loaded.limitsOf(subject.operation, subject.limitVariant).extension !== undefined,
      isTheme: loaded.pack.theme !== undefined,
      refersElsewhere:
        loaded.pack.refusalReasons.length === 0 ||
        loaded.pack.refusalReasons.some((reason) => reason.refersElsewhere === true),
    }),
  };
}

/** The decision that is made anew here, for who may see this case. */
function viewRemake({ remakes }: CaseDocument) {
  if (remakes === undefined) return null;
  const { caseId, caseNo, way, documentNo, servedOn, ordered, barred } = remakes;
  return { caseId, caseNo, way, documentNo, servedOn, ordered, barred: barred?.kind ?? null };
}

function maskedPerson(person: CasePerson): CasePerson {
  return {
    ...(person.applicant === undefined
      ? {}
      : { applicant: { ...person.applicant, idNumber: maskNumber(person.applicant.idNumber), phone: '' } }),
    ...(person.agent === undefined
      ? {}
      : { agent: { ...person.agent, idNumber: maskNumber(person.agent.idNumber), phone: '' } }),
  };
}

/** What the application says about which materials are asked for. */
function askedOf(
  app: AppContext,
  subject: CaseDocument,
  loaded: LoadedPack,
  submission: SubmissionDocument | null,
): Variables {
  const data = submission === null ? {} : dataOf(app, submission);
  return {
    operation: subject.operation,
    town: subject.area.town ?? '',
    village: subject.area.village ?? '',
    ...readVariables(
      loaded.pack.intakeVariables,
      data,
      countedFrom(app, subject, app.time.now(), 'application'),
    ),
  };
}

function viewMaterial(
  entry: CaseMaterial,
  rule:
    | {
        name: unknown;
        required: boolean;
        when?: string | undefined;
        keyMaterial: boolean;
        accept: readonly string[];
        maxMegabytes: number;
      }
    | undefined,
  {
    held,
    said,
    committed,
    same,
  }: {
    held: readonly { _id: string; identifier: string; licenseNo: string }[];
    said: Variables;
    committed: boolean;
    same: ReadonlyMap<string, readonly SameFile[]>;
  },
) {
  const license = held.find((candidate) => candidate._id === entry.licenseId);
  return {
    key: entry.key,
    name: rule?.name ?? { 'zh-CN': entry.name ?? entry.key, en: entry.name ?? entry.key },
    required: rule !== undefined && isAskedFor(rule, said),
    /** False where it falls away in this situation; one that is needed and not required may be handed in. */
    needed: rule === undefined || isNeeded(rule, said),
    keyMaterial: rule?.keyMaterial ?? false,
    accept: rule?.accept ?? [],
    maxMegabytes: rule?.maxMegabytes ?? 0,
    status:
      entry.licenseId !== undefined
        ? ('held' as const)
        : entry.files.length > 0
          ? ('provided' as const)
          : committed
            ? ('committed' as const)
            : entry.waivedUntil !== undefined
              ? ('waived' as const)
              : ('missing' as const),
    waivedUntil: entry.waivedUntil ?? null,
    license:
      license === undefined
        ? null
        : { id: license._id, identifier: license.identifier, licenseNo: license.licenseNo },
    files: entry.files.map(({ id, name, mediaType, size, sha256, uploadedAt }) => ({
      id,
      name,
      mediaType,
      size,
      uploadedAt: new Date(uploadedAt).toISOString(),
      // The same content was handed in before, here or for another material.
      duplicateOf: (same.get(sha256) ?? []).filter((other) => other.fileId < id),
    })),
  };
}

interface SameFile {
  materialKey: string;
  fileId: string;
  name: string;
}

/** Files of the case by SHA-256 of their content; ids are UUIDv7, so that the earlier one sorts first. */
function filesByContent(materials: readonly CaseMaterial[]): Map<string, SameFile[]> {
  const found = new Map<string, SameFile[]>();
  for (const { key, files } of materials)
    for (const { id, name, sha256 } of files)
      found.set(sha256, [...(found.get(sha256) ?? []), { materialKey: key, fileId: id, name }]);
  return found;
}

function actionsOf(
  actor: Actor,
  subject: CaseDocument,
  {
    extensible,
    isTheme,
    refersElsewhere,
  }: { extensible: boolean; isTheme: boolean; refersElsewhere: boolean },
): string[] {
  const window: Partial<Record<CaseDocument['state'], string[]>> = {
    draft: ['edit', 'upload', 'receive', ...(refersElsewhere ? ['refuseAcceptance'] : []), 'delete'],
    received: ['accept', 'supplement', 'refuseAcceptance', 'withdraw'],
    supplementing: ['edit', 'upload', 'resubmit', 'refuseAcceptance', 'withdraw'],
    accepted: ['withdraw'],
  };
  const ofTheme: typeof window = {
    draft: ['edit', 'upload', 'receive', 'delete'],
    received: ['accept', 'withdraw'],
    accepted: ['withdraw'],
  };
  const allowed = isTheme ? ofTheme : window;
  const own = mayHandleIntake(actor, subject);
  const held = own && subject.state === 'draft' && subject.createdBy.id !== actor.id;
  const actions = held ? ['takeOver'] : own ? [...(allowed[subject.state] ?? [])] : [];
  const awaited = subject.materials.some(
    ({ waivedUntil, files, licenseId }) =>
      waivedUntil !== undefined && files.length === 0 && licenseId === undefined,
  );
  if (own && awaited && (subject.state === 'accepted' || (isTheme && subject.state === 'received')))
    actions.push('upload');
  const head = actor.roles.includes('head') && actor.department.id === subject.departmentId;
  if (head && extensible && subject.state === 'accepted') actions.push('extend');
  if (actor.roles.includes('supervisor') && subject.state === 'accepted') actions.push('urge');
  return actions;
}
