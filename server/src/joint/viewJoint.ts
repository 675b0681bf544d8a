import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { jointResult } from './jointState.ts';

/** The joint opinions of a case for the screen: who was asked, who said what, what the heads concluded. */
export function viewJoint(app: AppContext, loaded: LoadedPack, subject: CaseDocument) {
  const name = (id: string) => app.organisation.findDepartment(id)?.name ?? id;
  return loaded.pack.joint.flatMap((rule) => {
    const state = subject.joint?.find(({ key }) => key === rule.key);
    if (state === undefined) return [];
    return [
      {
        key: rule.key,
        agreement: rule.agreement,
        result: jointResult(rule, state),
        opinions: state.opinions.map((opinion) => ({
          step: opinion.step,
          stepName: loaded.step(opinion.step).name,
          department: { id: opinion.departmentId, name: name(opinion.departmentId) },
          askedAt: opinion.askedAt.toISOString(),
          position: opinion.position,
          at: opinion.at?.toISOString() ?? null,
          by: opinion.by?.name ?? null,
          silent: opinion.silent ?? false,
        })),
        meeting:
          state.meeting === undefined
            ? null
            : {
                agreed: state.meeting.agreed,
                at: state.meeting.at.toISOString(),
                by: state.meeting.by.name,
                stepName: loaded.step(rule.dissentMeeting.step).name,
              },
      },
    ];
  });
}
