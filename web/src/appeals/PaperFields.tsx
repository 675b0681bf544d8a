import { Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { AppealKind, ChangingOutcome, DecisionPart, OverturnGround } from '../api/appeals.ts';
import { Field } from '../components/Field.tsx';
import { PartFields } from './PartFields.tsx';
import { isAnew, type Paper, termUnits } from './paper.ts';

const grounds: readonly OverturnGround[] = ['facts', 'procedure', 'basis', 'authority'];

/** What the paper says that changed or revoked a decision: number, day, ground, and whether and when it is to be made anew. */
export function PaperFields(props: {
  kind: AppealKind;
  outcome: ChangingOutcome;
  /** What the decision says. */
  known: readonly DecisionPart[];
  lodgedOn: string;
  paper: Paper;
  onChange: (paper: Paper) => void;
}) {
  const { kind, outcome, known, lodgedOn, paper, onChange } = props;
  const { t } = useTranslation();
  const set = (part: Partial<Paper>) => onChange({ ...paper, ...part });
  const anew = isAnew(outcome, paper);
  return (
    <>
      {kind === 'internal' ? null : (
        <Field id="appeal-paper" label={t('appeal.paper.documentNo')} required>
          <Input
            maxLength={100}
            value={paper.documentNo}
            onChange={(event) => set({ documentNo: event.target.value })}
          />
        </Field>
      )}
      <Field id="appeal-served" label={t('appeal.paper.servedOn')} required>
        <DatePicker
          minDate={dayjs(lodgedOn)}
          maxDate={dayjs()}
          allowClear={false}
          value={dayjs(paper.servedOn)}
          onChange={(value: dayjs.Dayjs | null) => set({ servedOn: (value ?? dayjs()).format('YYYY-MM-DD') })}
          style={{ width: '100%' }}
        />
      </Field>
      {outcome === 'revoked' ? (
        <>
          <Radio.Group
            aria-label={t('appeal.paper.ground')}
            value={paper.ground}
            onChange={(event: { target: { value?: unknown } }) =>
              set({ ground: event.target.value as OverturnGround })
            }
            options={grounds.map((one) => ({ value: one, label: t(`appeal.paper.grounds.${one}`) }))}
            style={{ marginBottom: 12 }}
          />
          <p>
            <Checkbox checked={paper.anew} onChange={(event) => set({ anew: event.target.checked })}>
              {t('appeal.paper.anew')}
            </Checkbox>
          </p>
        </>
      ) : null}
      {outcome === 'revoked' ? null : (
        <PartFields
          outcome={outcome}
          known={known}
          parts={paper.parts}
          onChange={(parts) => set({ parts })}
        />
      )}
      {anew ? (
        <>
          <Field id="appeal-within" label={t('appeal.paper.within')} hint={t('appeal.paper.withinHelp')}>
            <InputNumber
              min={1}
              max={365}
              value={paper.amount}
              onChange={(amount) => set({ amount: typeof amount === 'number' ? amount : null })}
              style={{ width: '100%' }}
            />
          </Field>
          <Radio.Group
            aria-label={t('appeal.paper.unit')}
            value={paper.unit}
            onChange={(event: { target: { value?: unknown } }) =>
              set({ unit: event.target.value as Paper['unit'] })
            }
            options={termUnits.map((unit) => ({ value: unit, label: t(`appeal.paper.units.${unit}`) }))}
            style={{ marginBottom: 12 }}
          />
        </>
      ) : null}
    </>
  );
}
