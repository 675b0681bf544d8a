import type { PackManifest } from '../schema/packSchema.ts';

/** Something that the manifest names, with the place where it does; undefined names are passed over. */
export interface Reference {
  readonly path: string;
  readonly name: string;
}

type Named = readonly (readonly [path: string, name: string | undefined])[];

const references = (named: Named): Reference[] =>
  named.flatMap(([path, name]) => (name === undefined ? [] : [{ path, name }]));

/** Steps that parts outside `steps` name. */
export function stepReferences({ commitment, hearing, joint, dispatch, steps }: PackManifest): Reference[] {
  return references([
    ['commitment.verification.step', commitment?.verification.step],
    ['commitment.verification.correction.step', commitment?.verification.correction?.step],
    ['commitment.verification.correction.wait.step', commitment?.verification.correction?.wait?.step],
    ['hearing.tellStep', hearing?.tellStep],
    ['hearing.holdStep', hearing?.holdStep],
    ['hearing.course.requestStep', hearing?.course?.requestStep],
    ['hearing.course.arrangeStep', hearing?.course?.arrangeStep],
    ...joint.flatMap(
      ({ opinions, dissentMeeting }, index): Named => [
        ...opinions.map(({ step }, at) => [`joint.${index}.opinions.${at}.step`, step] as const),
        [`joint.${index}.dissentMeeting.step`, dissentMeeting.step],
      ],
    ),
    ...Object.entries(steps).flatMap(
      ([key, { panel, fourEyes, samePersonAs }]): Named => [
        [`steps.${key}.samePersonAs`, samePersonAs === 'intake' ? undefined : samePersonAs],
        ...(typeof fourEyes === 'boolean' ? [] : fourEyes).flatMap(
          (step, at): Named => (step === 'intake' ? [] : [[`steps.${key}.fourEyes.${at}`, step]]),
        ),
        [`steps.${key}.panel.members.chairStep`, panel?.members?.chairStep],
        ...(panel?.members?.appointedBy ?? []).map(
          (step, at) => [`steps.${key}.panel.members.appointedBy.${at}`, step] as const,
        ),
      ],
    ),
    ...(dispatch?.stages ?? []).flatMap(
      ({ steps }, index): Named => steps.map((step, at) => [`dispatch.stages.${index}.steps.${at}`, step]),
    ),
    ['dispatch.disputes.step', dispatch?.disputes?.step],
    ['dispatch.plan.standDown.step', dispatch?.plan?.standDown.step],
    ['dispatch.plan.review.step', dispatch?.plan?.review?.step],
  ]);
}

/** Roles that parts outside candidate groups name. */
export function roleReferences({ joint, appeal, dispatch, steps }: PackManifest): Reference[] {
  return references([
    ...joint.flatMap(
      ({ dissentMeeting }, index): Named =>
        dissentMeeting.attendees.map((role, at) => [`joint.${index}.dissentMeeting.attendees.${at}`, role]),
    ),
    ['appeal.internal.role', appeal?.internal?.role],
    ...(dispatch?.actions ?? []).flatMap(
      ({ role, approvedBy }, index): Named => [
        [`dispatch.actions.${index}.role`, role],
        [`dispatch.actions.${index}.approvedBy`, approvedBy],
      ],
    ),
    ['dispatch.disputes.role', dispatch?.disputes?.role],
    ['dispatch.plan.standDown.role', dispatch?.plan?.standDown.role],
    ...Object.entries(steps).flatMap(
      ([key, { escalate }]): Named =>
        escalate.map(({ toRole }, at) => [`steps.${key}.escalate.${at}.toRole`, toRole]),
    ),
  ]);
}

/** Departments beside the item's own. */
export function departmentReferences({ joint, theme, dispatch, steps }: PackManifest): Reference[] {
  return references([
    ...Object.entries(steps).flatMap(
      ([key, { transferTo }]): Named =>
        transferTo.map((department, at) => [`steps.${key}.transferTo.${at}`, department]),
    ),
    ...joint.flatMap(
      ({ opinions }, index): Named =>
        opinions.map(({ department }, at) => [`joint.${index}.opinions.${at}.department`, department]),
    ),
    ['theme.jointVisit.coordinator', theme?.jointVisit?.coordinator],
    ...(dispatch?.categories ?? []).flatMap(
      (category, index): Named => [
        [`dispatch.categories.${index}.department`, category.department],
        ...category.subcategories.map(
          ({ department }, at) =>
            [`dispatch.categories.${index}.subcategories.${at}.department`, department] as const,
        ),
      ],
    ),
    ...(dispatch?.plan?.levels ?? []).flatMap(
      ({ tasks }, index): Named =>
        tasks.map(({ department }, at) => [
          `dispatch.plan.levels.${index}.tasks.${at}.department`,
          department,
        ]),
    ),
  ]);
}

/** Notices that are sent by the product itself, not by a task of the process. */
export function noticeReferences({ commitment, payment, theme, steps }: PackManifest): Reference[] {
  return references([
    ['commitment.onFailure.notice', commitment?.onFailure.notice],
    ['theme.dependentsNotice', theme?.dependentsNotice],
    ...(payment?.suspensions ?? []).map(
      ({ notice }, index) => [`payment.suspensions.${index}.notice`, notice] as const,
    ),
    ...Object.entries(steps).flatMap(
      ([key, { escalate }]): Named =>
        escalate.map(({ notice }, at) => [`steps.${key}.escalate.${at}.notice`, notice]),
    ),
  ]);
}

/** Forms beside those of operations and steps. */
export function formReferences({ steps, checks, appeal, theme, dispatch }: PackManifest): Reference[] {
  return references([
    ...Object.entries(steps).flatMap(
      ([key, { panel, batchList, effects }]): Named => [
        [`steps.${key}.panel.form`, panel?.form],
        [`steps.${key}.panel.chairForm`, panel?.chairForm],
        [`steps.${key}.batchList.form`, batchList?.form],
        ...effects.map(
          (effect, at) =>
            [
              `steps.${key}.effects.${at}.startPublicNotice.objectionForm`,
              'startPublicNotice' in effect ? effect.startPublicNotice.objectionForm : undefined,
            ] as const,
        ),
      ],
    ),
    ...checks.map(({ form }, index) => [`checks.${index}.form`, form] as const),
    ['appeal.internal.form', appeal?.internal?.form],
    ['theme.jointVisit.form', theme?.jointVisit?.form],
    ['dispatch.plan.reportForm', dispatch?.plan?.reportForm],
    ...(dispatch?.plan?.levels ?? []).flatMap(
      ({ tasks }, index): Named =>
        tasks.map(({ form }, at) => [`dispatch.plan.levels.${index}.tasks.${at}.form`, form]),
    ),
  ]);
}

/** Sources beside those of steps, operations and the license's holder and fields. */
export function sourceReferences(manifest: PackManifest): Reference[] {
  const { license, checks, externalSystem, steps, publication } = manifest;
  const validity = license?.validity;
  return references([
    [
      'license.validity.asDecided.from',
      typeof validity === 'object' && 'asDecided' in validity ? validity.asDecided.from : undefined,
    ],
    ['license.otherHolders.list', license?.otherHolders?.list],
    ...checks.map(
      ({ every }, index) => [`checks.${index}.every.by`, 'by' in every ? every.by : undefined] as const,
    ),
    ...(externalSystem?.prefill ?? []).map(
      ({ from }, index) => [`externalSystem.prefill.${index}.from`, from] as const,
    ),
    ...(publication?.content ?? []).map(
      ({ from }, index) => [`publication.content.${index}.from`, from] as const,
    ),
    ...Object.entries(steps).flatMap(
      ([key, { effects }]): Named =>
        effects.flatMap((effect, at) =>
          'startPublicNotice' in effect
            ? (effect.startPublicNotice.shows ?? []).map(
                ({ from }, row) =>
                  [`steps.${key}.effects.${at}.startPublicNotice.shows.${row}.from`, from] as const,
              )
            : [],
        ),
    ),
  ]);
}
