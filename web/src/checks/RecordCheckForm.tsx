import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CheckReport, type CheckResult, type CheckView, recordCheck } from '../api/checks.ts';
import { Problem } from '../api/problem.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

const results = ['passed', 'failed'] as const;

/** Records a check: its day, the form of the pack or an opinion, and whether it was passed where the form does not say so. */
export function RecordCheckForm({ check }: { check: CheckView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form: FormHandle = useRef(null);
  const resultName = useId();
  const [day, setDay] = useState(check.today);
  const [result, setResult] = useState<CheckResult | null>(null);
  const [opinion, setOpinion] = useState('');
  const [documentNo, setDocumentNo] = useState('');
  const [tried, setTried] = useState(false);
  const record = useAction({
    run: (body: CheckReport, key) => recordCheck(check.id, body, key),
    success: t('checks.recorded'),
    failed: () => undefined,
    done: (view) => {
      client.setQueryData(['checks', 'one', check.id], view);
      void client.invalidateQueries({ queryKey: ['checks', 'list'] });
      void client.invalidateQueries({ queryKey: ['checks', 'counts'] });
    },
  });
  const asksResult = !check.resultFromForm;
  const asksOpinion = check.form === null;
  const submit = () => {
    setTried(true);
    const problems = form.current?.validate() ?? [];
    if (problems.length > 0) return;
    if ((asksResult && result === null) || (asksOpinion && opinion.trim() === '')) return;
    record.mutate({
      day,
      ...(asksResult && result !== null ? { result } : {}),
      ...(asksOpinion ? { opinion: opinion.trim() } : {}),
      ...(documentNo.trim() === '' ? {} : { documentNo: documentNo.trim() }),
      ...(check.form === null ? {} : { formData: form.current?.data() ?? {} }),
    });
  };
  useShortcuts([{ keys: 'Alt+S', label: t('checks.save'), run: submit }]);
  const missing = (empty: boolean) => (tried && empty ? t('common.fillIn') : undefined);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="ow-fields">
        <Field id="check-day" label={t('checks.day')} required>
          <DatePicker
            minDate={dayjs(check.opensDay ?? check.sinceDay)}
            maxDate={dayjs(check.today)}
            allowClear={false}
            value={dayjs(day)}
            onChange={(value: dayjs.Dayjs | null) => setDay(value?.format('YYYY-MM-DD') ?? check.today)}
            style={{ width: '100%' }}
          />
        </Field>
        <Field id="check-document" label={t('checks.documentNo')} hint={t('checks.documentNoHint')}>
          <Input maxLength={100} value={documentNo} onChange={(event) => setDocumentNo(event.target.value)} />
        </Field>
      </div>
      {check.form === null ? null : (
        <FormPanel
          form={check.form}
          data={{}}
          handle={form}
          {...(record.error instanceof Problem ? { errors: record.error.errors } : {})}
        />
      )}
      {asksResult ? (
        <fieldset className="ow-check-result" aria-describedby={`${resultName}-error`}>
          <legend>
            {t('checks.conclusion')}
            <span className="ow-required">{t('common.required')}</span>
          </legend>
          <Radio.Group
            name={resultName}
            value={result}
            onChange={(event: { target: { value?: unknown } }) =>
              setResult(results.find((one) => one === event.target.value) ?? null)
            }
            options={results.map((value) => ({ value, label: t(`checks.result.${value}`) }))}
          />
          <div id={`${resultName}-error`} className="ow-error" role="alert">
            {missing(result === null)}
          </div>
        </fieldset>
      ) : null}
      {asksOpinion ? (
        <Field id="check-opinion" label={t('checks.opinion')} required error={missing(opinion.trim() === '')}>
          <Input.TextArea
            rows={3}
            maxLength={2000}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </Field>
      ) : null}
      <ProblemAlert error={record.error} hideFields={check.form !== null} />
      <Button type="primary" htmlType="submit" loading={record.isPending}>
        {t('checks.save')} <kbd>Alt+S</kbd>
      </Button>
    </form>
  );
}
