import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JointVisit } from '../api/caseTypes.ts';
import { arrangeJointVisit, readTask, saveJointRecord } from '../api/tasks.ts';
import type { FormData } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** The joint visit that a step belongs to: one appointment and one record for all departments that come. */
export function JointVisitPanel({
  visit,
  taskId,
  onRecorded,
}: {
  visit: JointVisit;
  taskId: string;
  /** Told what the step's own form now takes from the common record. */
  onRecorded: (formData: FormData) => void;
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const client = useQueryClient();
  const form: FormHandle = useRef(null);
  const [open, setOpen] = useState<'arrange' | 'record' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const refresh = () => {
    setOpen(null);
    setFailure(null);
    return client.invalidateQueries({ queryKey: ['task', taskId] });
  };
  const arrange = useAction({
    run: (body: { at: string; place: string; note: string }) => arrangeJointVisit(visit.themeCaseId, body),
    success: t('theme.visit.arranged'),
    done: refresh,
    failed: setFailure,
  });
  const record = useAction({
    run: (formData: FormData) => saveJointRecord(visit.themeCaseId, formData),
    success: t('theme.visit.saved'),
    done: async () => {
      const fresh = await readTask(taskId);
      onRecorded(fresh.formData);
      await refresh();
    },
    failed: setFailure,
  });
  const { arranged } = visit;
  return (
    <Card title={<h2 className="ow-card-title">{t('theme.visit.title')}</h2>}>
      <p className="ow-muted">{t('theme.visit.what', { coordinator: visit.coordinator.name })}</p>
      {arranged === null ? <Alert type="info" showIcon title={t('theme.visit.notArranged')} /> : null}
      <Facts
        entries={[
          [t('theme.visit.at'), arranged === null ? null : formatInstant(arranged.at, language)],
          [t('theme.visit.place'), arranged?.place],
          [t('theme.visit.note'), arranged?.note],
          [t('theme.visit.by'), arranged?.by],
          [t('theme.visit.due'), visit.clock === null ? null : formatDay(visit.clock.dueAt, language)],
        ]}
      />
      <ul className="ow-list">
        {visit.visits.map((one) => (
          <li key={one.department.id}>
            {one.department.name} · {say(one.itemName)} ·{' '}
            {t(one.made ? 'theme.visit.made' : 'theme.visit.toMake')}
          </li>
        ))}
      </ul>
      <ProblemAlert error={failure} />
      {open === 'arrange' ? (
        <ArrangeForm visit={visit} busy={arrange.isPending} onDone={(body) => arrange.mutate(body)} />
      ) : null}
      {open === 'record' && visit.form !== null ? (
        <>
          <FormPanel
            form={visit.form}
            data={visit.record}
            readOnly={false}
            errors={[]}
            handle={form}
            onChange={() => {}}
          />
          <Button
            type="primary"
            loading={record.isPending}
            onClick={() => {
              if ((form.current?.validate().length ?? 0) === 0) record.mutate(form.current?.data() ?? {});
            }}
          >
            {t('theme.visit.saveRecord')}
          </Button>
        </>
      ) : null}
      <div className="ow-row" style={{ marginTop: 8 }}>
        {open === 'arrange' ? null : (
          <Button onClick={() => setOpen('arrange')}>
            {t(arranged === null ? 'theme.visit.arrange' : 'theme.visit.rearrange')}
          </Button>
        )}
        {visit.form === null || open === 'record' ? null : (
          <Button onClick={() => setOpen('record')}>{t('theme.visit.record')}</Button>
        )}
      </div>
    </Card>
  );
}

/** An instant as a date and time field of the office takes it. */
function shanghaiMinute(at: string): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}

function ArrangeForm({
  visit,
  busy,
  onDone,
}: {
  visit: JointVisit;
  busy: boolean;
  onDone: (body: { at: string; place: string; note: string }) => void;
}) {
  const { t } = useTranslation();
  const before = visit.arranged;
  const [at, setAt] = useState(before === null ? '' : shanghaiMinute(before.at));
  const [place, setPlace] = useState(before?.place ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  return (
    <div className="ow-stack" style={{ gap: 8 }}>
      <Field id="visit-at" label={t('theme.visit.at')} required>
        <Input type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
      </Field>
      <Field id="visit-place" label={t('theme.visit.place')} required>
        <Input value={place} onChange={(event) => setPlace(event.target.value)} />
      </Field>
      <Field id="visit-note" label={t('theme.visit.note')}>
        <Input value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div>
        <Button
          type="primary"
          loading={busy}
          disabled={at === '' || place.trim() === ''}
          onClick={() => onDone({ at: `${at}:00+08:00`, place: place.trim(), note: note.trim() })}
        >
          {t('theme.visit.confirm')}
        </Button>
      </div>
    </div>
  );
}
