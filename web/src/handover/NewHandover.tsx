import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createHandover, type HandoverDraft, readCandidates } from '../api/handovers.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Chooses the cases whose originals go on, counts them, and makes the slip. Nothing to see where papers go nowhere. */
export function NewHandover() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const found = useQuery({ queryKey: ['handovers', 'candidates'], queryFn: readCandidates });
  const [to, setTo] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const [note, setNote] = useState('');
  const make = useAction({
    run: (body: HandoverDraft, key) => createHandover(body, key),
    success: t('handover.made'),
    done: async (slip) => {
      await client.invalidateQueries({ queryKey: ['handovers'] });
      await navigate(`/window/handovers/${slip.id}`);
    },
    failed: () => void client.invalidateQueries({ queryKey: ['handovers', 'candidates'] }),
  });
  if (found.error !== null) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingState />;
  const { items, targets } = found.data;
  if (targets.length === 0) return null;
  const target = to ?? targets[0]?.id ?? '';
  const picked = items.filter(({ caseId }) => chosen.has(caseId));
  const countOf = (caseId: string, key: string, usual: number) => counts[`${caseId} ${key}`] ?? usual;
  const toggle = (caseId: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(caseId);
    else next.delete(caseId);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (picked.length === 0 || make.isPending) return;
    make.mutate({
      to: target,
      note: note.trim(),
      cases: picked.map(({ caseId, materials }) => ({
        caseId,
        materials: materials.map(({ key, count }) => ({ key, count: countOf(caseId, key, count) })),
      })),
    });
  };
  return (
    <Card title={<h2 className="ow-card-title">{t('handover.new')}</h2>}>
      <p className="ow-muted">{t('handover.newHelp')}</p>
      {items.length === 0 ? (
        <EmptyState text={t('handover.noneHere')} />
      ) : (
        <form onSubmit={submit}>
          <Field id="handover-to" label={t('handover.to')} required>
            <Select
              value={target}
              onChange={(value: string) => setTo(value)}
              style={{ width: '100%', maxWidth: 480 }}
              options={targets.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <ul className="ow-list">
            {items.map((entry) => (
              <li key={entry.caseId}>
                <Checkbox
                  checked={chosen.has(entry.caseId)}
                  onChange={(event: { target: { checked: boolean } }) =>
                    toggle(entry.caseId, event.target.checked)
                  }
                >
                  <b className="ow-nums">{entry.caseNo}</b> {say(entry.itemName)} · {entry.applicantMasked}
                </Checkbox>
                {chosen.has(entry.caseId) ? (
                  <div className="ow-fields">
                    {entry.materials.map(({ key, name, count }) => (
                      <Field key={key} id={`count-${entry.caseId}-${key}`} label={say(name)}>
                        <InputNumber
                          min={0}
                          max={999}
                          value={countOf(entry.caseId, key, count)}
                          onChange={(value: number | null) =>
                            setCounts((before) => ({ ...before, [`${entry.caseId} ${key}`]: value ?? 0 }))
                          }
                        />
                      </Field>
                    ))}
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
          <Field id="handover-note" label={t('handover.note')}>
            <Input.TextArea
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <ProblemAlert error={make.error} />
          <Button type="primary" htmlType="submit" disabled={picked.length === 0} loading={make.isPending}>
            {t('handover.make', { count: picked.length })}
          </Button>
        </form>
      )}
    </Card>
  );
}
