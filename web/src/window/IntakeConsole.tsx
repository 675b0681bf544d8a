import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOperation } from '../api/cases.ts';
import type { CaseView, MaterialFile } from '../api/caseTypes.ts';
import type { Problem } from '../api/problem.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useLanguage } from '../app/useLanguage.ts';
import { CommitmentSection } from '../commitment/CommitmentSection.tsx';
import { CaseStateTag } from '../components/CaseStateTag.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { placeOf } from '../components/placeOf.ts';
import { ResizeHandle } from '../components/ResizeHandle.tsx';
import { DeliveryWishSection } from '../delivery/DeliveryWishSection.tsx';
import { IdentitySection } from '../identification/IdentitySection.tsx';
import { KnownChanges } from '../prefill/KnownChanges.tsx';
import { KnownOffers } from '../prefill/KnownOffers.tsx';
import { useKnown } from '../prefill/useKnown.ts';
import { GuideInForm } from '../situation/GuideInForm.tsx';
import { AgentSection } from './AgentSection.tsx';
import { ApplicantSection } from './ApplicantSection.tsx';
import { AreaSection } from './AreaSection.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { IntakeSide } from './IntakeSide.tsx';
import type { IntakeValues } from './intakeSections.ts';
import { LicenseSection } from './LicenseSection.tsx';
import { MaterialsSection } from './MaterialsSection.tsx';
import { MemberLicenses } from './MemberLicenses.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { type ErrorAt, SectionCard } from './SectionCard.tsx';
import { SupplementNotice } from './SupplementNotice.tsx';
import { stillShown } from './stillShown.ts';
import type { IntakeDraft } from './useIntakeDraft.ts';

/** The guided page of one application: parts from top to bottom on the left, what can be done on the right. */
export function IntakeConsole({
  draft,
  view,
  values,
}: {
  draft: IntakeDraft;
  view: CaseView;
  values: IntakeValues;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [refused, setRefused] = useState<Problem | null>(null);
  const operation = useQuery({
    queryKey: ['operation', view.packCode, view.operation],
    queryFn: () => readOperation(view.packCode, view.operation),
    staleTime: 5 * 60_000,
  });
  const form: FormHandle = useRef(null);
  const editable = view.actions.includes('edit');
  const known = useKnown(view);
  const [shown, setShown] = useState<MaterialFile | null>(null);
  const [sideWidth, setSideWidth] = useState(previewWidth);
  draft.whenFilled.current = (filled, before) =>
    form.current?.set(stillShown(filled, before, form.current.data()));
  const problems = [refused, ...Object.values(draft.refusals)].filter(
    (problem) => problem !== null && problem !== undefined,
  );
  const aboutForm = problems
    .filter((problem) => problem.code === 'formInvalid')
    .flatMap((problem) => problem.errors);
  const aboutRest = problems
    .filter((problem) => problem.code !== 'formInvalid')
    .flatMap((problem) => problem.errors);
  const errorAt: ErrorAt = (place) => aboutRest.find((error) => placeOf(error) === place)?.message;
  const failedCheck =
    aboutRest.find((error) => placeOf(error) === 'applicant.idNumber')?.rule === 'checkCharacter';
  const confirmedCodes = useMemo(
    () => (values.applicant.numberConfirmed === true ? [values.applicant.idNumber] : []),
    [values.applicant.numberConfirmed, values.applicant.idNumber],
  );
  const withoutFields = (problem: Problem | undefined) =>
    problem !== undefined && problem.errors.length === 0 ? problem : undefined;
  const showArea =
    operation.data !== undefined && operation.data.area !== 'none' && operation.data.areas.length > 0;
  const showLicense = operation.data?.requiresLicense === true || view.memberLicenses.length > 0;
  const offer = operation.data?.commitment;
  const ids = [
    'applicant',
    'agent',
    ...(showArea ? ['area'] : []),
    ...(showLicense ? ['license'] : []),
    'form',
    'materials',
    ...(offer == null ? [] : ['commitment']),
    'delivery',
  ];
  const numberOf = (id: string) => ids.indexOf(id) + 1;
  useShortcuts(
    ids.map((id, index) => ({
      keys: `Alt+${index + 1}`,
      label: t('window.goTo', { part: t(`window.part.${id}`) }),
      run: () => goTo(`part-${id}`),
    })),
  );
  // The form tells its changes with a delay: what was typed last must not be missing at receipt.
  const collectForm = () => {
    const typed = editable ? form.current?.data() : undefined;
    if (typed !== undefined && JSON.stringify(typed) !== JSON.stringify(values.formData))
      draft.change('formData', typed);
  };
  const purpose = t('window.license.purpose', { item: say(view.itemName) });
  const card = (id: string) => ({ id: `part-${id}`, number: numberOf(id), title: t(`window.part.${id}`) });

  return (
    <Page
      title={say(view.itemName)}
      trail={[{ label: t('app.nav.window'), to: '/window' }]}
      extra={
        <>
          {view.caseNo === null ? null : (
            <span className="ow-nums">{t('case.numberIs', { caseNo: view.caseNo })}</span>
          )}
          <CaseStateTag state={view.state} decision={view.decision?.kind} />
          {editable ? <SaveStatus state={draft.saveState} onSave={() => void draft.flush()} /> : null}
        </>
      }
    >
      <ErrorSummary
        problem={refused}
        onFormField={(path) => focusReason(path) || form.current?.focus(path)}
      />
      {view.actions.includes('takeOver') ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('window.draftOf', { name: view.clerk.name })}
        />
      ) : null}
      <SupplementNotice view={view} />
      <ProblemAlert error={operation.error} onRetry={() => void operation.refetch()} />
      <div
        className={shown === null ? 'ow-split' : 'ow-split ow-split-preview'}
        style={{ '--ow-side': `${sideWidth}px` } as React.CSSProperties}
      >
        <div className="ow-stack">
          <SectionCard {...card('applicant')} refusal={withoutFields(draft.refusals.applicant)}>
            <ApplicantSection
              value={values.applicant}
              readOnly={!editable}
              errorAt={errorAt}
              failedCheck={failedCheck}
              onChange={(value) => draft.change('applicant', value)}
            />
            {mayIdentify.has(view.state) && !view.isTheme ? (
              <IdentitySection view={view} draft={draft} />
            ) : null}
          </SectionCard>
          <SectionCard {...card('agent')} refusal={withoutFields(draft.refusals.agent)}>
            <AgentSection
              value={values.agent}
              readOnly={!editable}
              errorAt={errorAt}
              onChange={(value) => draft.change('agent', value)}
            />
          </SectionCard>
          {showArea ? (
            <SectionCard {...card('area')} refusal={withoutFields(draft.refusals.area)}>
              <AreaSection
                value={values.area}
                areas={operation.data?.areas ?? []}
                withVillage={operation.data?.area === 'village'}
                readOnly={!editable}
                errorAt={errorAt}
                onChange={(value) => draft.change('area', value)}
              />
            </SectionCard>
          ) : null}
          {showLicense ? (
            <SectionCard
              {...card('license')}
              refusal={withoutFields(draft.refusals.licenseId ?? draft.refusals.memberLicenses)}
            >
              {view.memberLicenses.length > 0 ? (
                <MemberLicenses
                  view={view}
                  chosen={values.memberLicenses}
                  purpose={purpose}
                  readOnly={!editable}
                  errorAt={errorAt}
                  onChange={(value) => draft.change('memberLicenses', value)}
                />
              ) : (
                <LicenseSection
                  value={values.licenseId}
                  holderCode={view.applicant?.idNumber ?? ''}
                  purpose={purpose}
                  readOnly={!editable}
                  error={
                    errorAt('licenseId') ??
                    (refused?.code === 'licenseRequired' ? refused.message : undefined)
                  }
                  onChange={(value) => draft.change('licenseId', value)}
                />
              )}
            </SectionCard>
          ) : null}
          <SectionCard {...card('form')} refusal={withoutFields(draft.refusals.formData)}>
            {editable ? (
              <GuideInForm
                view={view}
                data={values.formData}
                onAnswer={({ field }, value) => {
                  const typed = form.current?.data() ?? values.formData;
                  form.current?.set({ [field]: value });
                  draft.change('formData', { ...typed, [field]: value });
                }}
              />
            ) : null}
            {editable ? (
              <KnownOffers
                caseId={view.id}
                offers={known.offers}
                draft={draft}
                onFilled={(filled) => form.current?.fill(filled)}
              />
            ) : null}
            {operation.isPending ? (
              <LoadingState />
            ) : (
              <FormPanel
                key={`${draft.edition} ${editable}`}
                form={view.form}
                caseId={view.id}
                data={values.formData}
                readOnly={!editable}
                errors={aboutForm}
                notes={known.notes}
                confirmedCodes={confirmedCodes}
                handle={form}
                onChange={(data) => draft.change('formData', data)}
              />
            )}
            <KnownChanges
              filled={known.filled}
              reasons={values.formReasons ?? {}}
              readOnly={!editable}
              errorAt={(field) =>
                aboutForm.find((error) => placeOf(error) === field && error.rule === 'changeReason')?.message
              }
              onChange={(reasons) => draft.change('formReasons', reasons)}
            />
          </SectionCard>
          <SectionCard {...card('materials')}>
            <MaterialsSection
              view={view}
              rules={operation.data?.materials ?? []}
              editable={view.actions.includes('upload')}
              purpose={purpose}
              draft={draft}
              shown={shown?.id}
              onShow={setShown}
            />
          </SectionCard>
          {offer == null ? null : (
            <SectionCard {...card('commitment')} refusal={undefined}>
              <CommitmentSection view={view} offer={offer} draft={draft} />
            </SectionCard>
          )}
          <SectionCard {...card('delivery')} refusal={undefined}>
            <DeliveryWishSection view={view} draft={draft} />
          </SectionCard>
        </div>
        {shown === null ? null : (
          <ResizeHandle
            label={t('window.preview.resize')}
            value={sideWidth}
            least={300}
            most={900}
            onChange={setSideWidth}
          />
        )}
        <IntakeSide
          view={view}
          draft={draft}
          operation={operation.data}
          onRefused={setRefused}
          onBeforeAct={collectForm}
          preview={
            shown === null ? null : (
              <PreviewPane
                file={{
                  name: shown.name,
                  mediaType: shown.mediaType,
                  path: `/cases/${view.id}/files/${shown.id}/content`,
                }}
                onClose={() => setShown(null)}
              />
            )
          }
        />
      </div>
      <ConflictDialog open={draft.saveState === 'conflict'} onSettle={draft.settle} />
    </Page>
  );
}

/** States in which the person at the window is recognised. */
const mayIdentify: ReadonlySet<string> = new Set(['draft', 'received', 'supplementing']);
/** Width of the column in which a material is shown, in CSS pixels. */
const previewWidth = 480;

/** The reason that a changed field asks for takes the focus before the field; false when none is asked. */
function focusReason(path: string): boolean {
  const reason = document.getElementById(`reason-${path}`);
  reason?.scrollIntoView({ block: 'center' });
  reason?.focus({ preventScroll: true });
  return reason !== null;
}

function goTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  const first = part?.querySelector<HTMLElement>(
    '.ant-card-body input:not([type=hidden]):not([hidden]), .ant-card-body textarea, .ant-card-body button',
  );
  (first ?? part)?.focus({ preventScroll: true });
}
