import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { actOnOwnCase, type OwnCase } from '../api/portal.ts';
import { Problem } from '../api/problem.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import { MaterialStatus } from '../components/MaterialStatus.tsx';
import { placeOf } from '../components/placeOf.ts';
import { useAction } from '../components/useAction.ts';
import { isShown } from '../situation/NotNeeded.tsx';
import { type Step, stepOfError } from './applicationSteps.ts';
import { PortalErrors } from './PortalErrors.tsx';

/** Check your answers: everything on one page, each part with its way back, then hand in. */
export function CheckStep({
  view,
  steps,
  pathOf,
}: {
  view: OwnCase;
  steps: readonly Step[];
  pathOf: (at: number) => string;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const correcting = view.state === 'supplementing';
  const send = useAction({
    run: (_input: undefined, key) => actOnOwnCase(view.id, correcting ? 'resubmit' : 'submit', {}, key),
    failed: () => undefined,
    // The page around leads on once the application is not open any more.
    done: (sent) => void client.setQueryData(['portal', 'case', view.id], sent),
  });
  const problem = send.error instanceof Problem ? send.error : null;
  const pathTo = (step: Step) => pathOf(Math.max(1, steps.indexOf(step) + 1));
  const missing = view.materials.filter(({ required, status }) => required && status === 'missing');
  const change = (step: Step) => (
    <Link className="ow-portal-change" to={pathTo(step)}>
      {t('portal.check.change')}
      <span className="ow-hidden">{t(`portal.step.${step}`)}</span>
    </Link>
  );
  return (
    <div className="ow-stack">
      <PortalErrors
        problem={problem}
        onLead={(error) => void navigate(pathTo(stepOfError(placeOf(error), problem?.code ?? '')))}
      />
      <Card title={<h2 className="ow-card-title">{t('portal.check.who')}</h2>}>
        <Facts
          entries={[
            [t('case.item'), `${say(view.itemName)} · ${say(view.operationName)}`],
            [t('case.applicant'), view.applicant?.name],
            [t('portal.check.number'), view.applicant?.idNumber],
            [t('portal.check.agent'), view.agent?.name],
            [
              t('portal.check.verified'),
              view.verified === null ? t('portal.who.unverified') : t(`portal.who.by.${view.verified}`),
            ],
          ]}
        />
      </Card>
      <Card title={<h2 className="ow-card-title">{t('portal.step.form')}</h2>} extra={change('form')}>
        <FormPanel form={view.form} data={view.formData} readOnly key={view.version} />
      </Card>
      {steps.includes('materials') ? (
        <Card
          title={<h2 className="ow-card-title">{t('portal.step.materials')}</h2>}
          extra={change('materials')}
        >
          <ul className="ow-list">
            {view.materials.filter(isShown).map((material) => (
              <li key={material.key} className="ow-row">
                <span className="ow-grow">{say(material.name)}</span>
                <MaterialStatus status={material.status} required={material.required} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('portal.check.missing', {
            names: missing.map(({ name }) => say(name)).join(t('portal.and')),
          })}
        />
      )}
      <p>{t('portal.check.true')}</p>
      <div className="ow-portal-actions">
        <Button size="large" type="primary" loading={send.isPending} onClick={() => send.mutate(undefined)}>
          {t(correcting ? 'portal.check.resubmit' : 'portal.check.submit')}
        </Button>
        <Button size="large" onClick={() => void navigate('/portal/cases')}>
          {t('portal.later')}
        </Button>
      </div>
    </div>
  );
}
