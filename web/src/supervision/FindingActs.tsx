import { Card, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnFinding, type FindingView } from '../api/supervisionRecords.ts';
import { Field } from '../components/Field.tsx';
import { ActForm } from './ActForm.tsx';
import { useDepartments } from './useDepartments.ts';

/** What may be done with a finding now: the department explains or disputes, the supervisor assigns, sends back, closes. */
export function FindingActs({
  view,
  onDone,
}: {
  view: FindingView;
  onDone: (next: FindingView) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [department, setDepartment] = useState(view.department.id);
  const may = (act: string) => view.can.includes(act);
  const departments = useDepartments(may('assign'));
  const run = async (act: string, body: object, key: string) =>
    onDone(await actOnFinding(view.id, act, body, key));
  if (!['explain', 'sendBack', 'close', 'assign', 'dispute'].some(may)) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('records.acts')}</h2>}>
      {may('explain') ? (
        <ActForm
          id="explain"
          recordId={view.id}
          title={t('records.explain.title')}
          label={t('records.explain.text')}
          send={t('records.explain.send')}
          papers
          run={({ text, files }, key) => run('explanation', { text, files }, key)}
        />
      ) : null}
      {may('dispute') ? (
        <ActForm
          id="dispute"
          recordId={view.id}
          title={t('records.dispute.title')}
          label={t('records.dispute.text')}
          send={t('records.dispute.send')}
          papers
          run={({ text, files }, key) => run('dispute', { text, files }, key)}
        />
      ) : null}
      {may('close') ? (
        <ActForm
          id="close"
          recordId={view.id}
          title={t(view.stage === 'disputed' ? 'records.close.dispute' : 'records.close.title')}
          label={t('records.close.text')}
          send={t('records.close.send')}
          choices={(['valid', 'notValid'] as const).map((value) => ({
            value,
            label: t(`records.result.${value}`),
          }))}
          run={({ text, choice }, key) => run('close', { result: choice, text }, key)}
        />
      ) : null}
      {may('sendBack') ? (
        <ActForm
          id="send-back"
          recordId={view.id}
          title={t('records.sendBack.title')}
          label={t('records.sendBack.text')}
          send={t('records.sendBack.send')}
          run={({ text }, key) => run('send-back', { text }, key)}
        />
      ) : null}
      {may('assign') ? (
        <ActForm
          id="assign"
          recordId={view.id}
          title={t('records.assign.title')}
          label={t('records.assign.text')}
          send={t('records.assign.send')}
          optional
          run={({ text }, key) => run('assign', { department, text }, key)}
        >
          <Field id="assign-department" label={t('records.assign.department')} required>
            <Select
              value={department}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={setDepartment}
              style={{ width: '100%' }}
              options={departments.map((one) => ({ value: one.id, label: one.name }))}
            />
          </Field>
        </ActForm>
      ) : null}
    </Card>
  );
}
