import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Area } from '../api/caseTypes.ts';
import { readOnlineItem, readOwnCase, saveAnswers } from '../api/portal.ts';
import { Problem } from '../api/problem.ts';
import type { FormData } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { placeOf } from '../components/placeOf.ts';
import { useAction } from '../components/useAction.ts';
import { AreaStep } from './AreaStep.tsx';
import { stepsOf } from './applicationSteps.ts';
import { CheckStep } from './CheckStep.tsx';
import { LicenseStep } from './LicenseStep.tsx';
import { MaterialsStep } from './MaterialsStep.tsx';
import { PortalErrors } from './PortalErrors.tsx';
import { SupplementList } from './SupplementList.tsx';

type Edit = { area?: Area; formData?: FormData; licenseId?: string };

/** The application, one thing a page. What a page holds is saved when it is left; it can be gone on with on any device. */
export function AnswersPage() {
  const { id = '', step: at = '1' } = useParams();
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const form: FormHandle = useRef(null);
  /** It was open for answers while this page was shown: when it is no more, it has been handed in here. */
  const edited = useRef(false);
  const [area, setArea] = useState<Area>();
  const [missing, setMissing] = useState<{ id: string; text: string }[]>([]);
  const queryKey = ['portal', 'case', id];
  const query = useQuery({ queryKey, queryFn: () => readOwnCase(id), staleTime: 0 });
  const view = query.data;
  const item = useQuery({
    queryKey: ['portal', 'item', view?.packCode, view?.operation],
    queryFn: () => readOnlineItem(view?.packCode ?? '', view?.operation ?? ''),
    enabled: view !== undefined,
  });
  const save = useAction({
    run: ({ edit }: { edit: Edit; to: string }) => saveAnswers(id, view?.version ?? 0, edit),
    failed: () => undefined,
    done: async (saved, { to }) => {
      client.setQueryData(queryKey, saved);
      await navigate(to);
    },
  });
  if (view === undefined)
    return query.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={query.error} onRetry={() => void query.refetch()} />
    );
  if (!view.actions.includes('edit')) {
    const sent = edited.current && view.state === 'received';
    return <Navigate to={`/portal/cases/${id}`} state={{ sent }} replace />;
  }
  edited.current = true;
  const steps = stepsOf(view);
  const number = Math.min(Math.max(Number(at) || 1, 1), steps.length);
  const step = steps[number - 1] ?? 'check';
  const pathOf = (to: number) => `/portal/cases/${id}/answers/${to}`;
  const next = pathOf(number + 1);
  const chosen = area ?? view.area;

  const leave = (to: string, strict: boolean) => {
    setMissing([]);
    save.reset();
    if (step === 'area') {
      const withVillage = view.askedArea === 'village';
      const lacks = [
        ...(chosen.town === undefined ? [{ id: 'area-town', text: t('portal.area.town') }] : []),
        ...(withVillage && chosen.village === undefined
          ? [{ id: 'area-village', text: t('portal.area.village') }]
          : []),
      ];
      if (strict && lacks.length > 0) setMissing(lacks);
      else save.mutate({ edit: { area: chosen }, to });
    } else if (step === 'form' && form.current !== null) {
      // The form lists what is wrong itself, each line leading to its field.
      if (strict && form.current.validate().length > 0) return;
      save.mutate({ edit: { formData: form.current.data() }, to });
    } else void navigate(to);
  };
  const problem = save.error instanceof Problem ? save.error : null;
  const start = view.state === 'draft' ? `/portal/apply/${view.packCode}/${view.operation}` : '';
  return (
    <Page
      title={t(`portal.step.${step}`)}
      trail={[
        { label: t('portal.nav.cases'), to: '/portal/cases' },
        { label: say(view.itemName), to: start === '' ? `/portal/cases/${id}` : start },
      ]}
    >
      <p className="ow-portal-steps">{t('portal.stepOf', { at: number, of: steps.length })}</p>
      <SupplementList view={view} />
      <PortalErrors
        problem={problem}
        missing={missing}
        onLead={(error) => form.current?.focus(placeOf(error))}
      />
      {problem?.status === 412 ? (
        <Alert
          type="warning"
          showIcon
          title={t('portal.changedElsewhere')}
          action={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
          style={{ marginBottom: 16 }}
        />
      ) : null}
      {step === 'check' ? (
        <CheckStep view={view} steps={steps} pathOf={pathOf} />
      ) : (
        <Card>
          {step === 'area' ? (
            <AreaStep
              value={chosen}
              areas={item.data?.areas ?? []}
              withVillage={view.askedArea === 'village'}
              onChange={setArea}
            />
          ) : null}
          {step === 'license' ? <LicenseStep view={view} /> : null}
          {step === 'form' ? (
            <div id="part-form">
              <FormPanel form={view.form} data={view.formData} handle={form} />
            </div>
          ) : null}
          {step === 'materials' ? <MaterialsStep view={view} /> : null}
          <div className="ow-portal-actions">
            <Button size="large" type="primary" loading={save.isPending} onClick={() => leave(next, true)}>
              {t('portal.continue')}
            </Button>
            <Button size="large" disabled={save.isPending} onClick={() => leave('/portal/cases', false)}>
              {t('portal.saveAndLeave')}
            </Button>
            {number === 1 ? null : (
              <Button
                size="large"
                type="text"
                disabled={save.isPending}
                onClick={() => leave(pathOf(number - 1), false)}
              >
                {t('portal.back')}
              </Button>
            )}
          </div>
        </Card>
      )}
    </Page>
  );
}
