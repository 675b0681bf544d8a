import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Handover, type HandoverDifference, receiveHandover } from '../api/handovers.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import '../halls/halls.css';

interface Line {
  counted: number;
  note: string;
}

/** The receiving counter counts line by line; only what differs from the slip is noted. */
export function ReceiveForm({ slip }: { slip: Handover }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({});
  const receive = useAction({
    run: (differences: HandoverDifference[]) => receiveHandover(slip.id, differences),
    success: t('handover.received'),
    done: (view) => {
      client.setQueryData(['handovers', 'one', slip.id], view);
      void client.invalidateQueries({ queryKey: ['handovers', 'in'] });
    },
    failed: () => undefined,
  });
  const differing = slip.cases.flatMap(({ caseId, materials }) =>
    materials.flatMap(({ key, count }) => {
      const line = lines[`${caseId} ${key}`];
      if (line === undefined || (line.counted === count && line.note.trim() === '')) return [];
      return [{ caseId, materialKey: key, counted: line.counted, note: line.note.trim() }];
    }),
  );
  const put = (caseId: string, key: string, count: number, part: Partial<Line>) =>
    setLines((before) => {
      const name = `${caseId} ${key}`;
      return { ...before, [name]: { ...(before[name] ?? { counted: count, note: '' }), ...part } };
    });
  const confirm = () => {
    if (!receive.isPending) receive.mutate(differing);
  };
  useShortcuts([{ keys: 'Alt+S', label: t('handover.confirm'), run: confirm }]);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Card title={<h2 className="ow-card-title">{t('handover.count')}</h2>}>
        <p className="ow-muted">{t('handover.countHelp')}</p>
        {slip.cases.map((entry) => (
          <fieldset key={entry.caseId} className="ow-hall-part">
            <legend>
              <span className="ow-nums">{entry.caseNo}</span> {say(entry.itemName)} · {entry.applicantMasked}
            </legend>
            {entry.materials.length === 0 ? <p className="ow-muted">{t('handover.noOriginals')}</p> : null}
            {entry.materials.map(({ key, name, count }) => {
              const line = lines[`${entry.caseId} ${key}`] ?? { counted: count, note: '' };
              const id = `line-${entry.caseId}-${key}`;
              return (
                <div key={key} className="ow-count-line">
                  <Field id={id} label={t('handover.listed', { name: say(name), count })}>
                    <InputNumber
                      min={0}
                      max={999}
                      value={line.counted}
                      onChange={(value: number | null) =>
                        put(entry.caseId, key, count, { counted: value ?? 0 })
                      }
                    />
                  </Field>
                  <Field
                    id={`${id}-note`}
                    label={
                      <>
                        {t('handover.lineNote')} <span className="ow-hidden">{say(name)}</span>
                      </>
                    }
                  >
                    <Input
                      maxLength={200}
                      value={line.note}
                      onChange={(event) => put(entry.caseId, key, count, { note: event.target.value })}
                    />
                  </Field>
                </div>
              );
            })}
          </fieldset>
        ))}
        <ProblemAlert error={receive.error} />
        <Button type="primary" htmlType="submit" loading={receive.isPending}>
          {differing.length === 0
            ? t('handover.confirm')
            : t('handover.confirmDiffering', { count: differing.length })}{' '}
          <kbd>Alt+S</kbd>
        </Button>
      </Card>
    </form>
  );
}
