import { dayOf, type Scalar, toDay } from '@onewindow/processes/dmn';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { ManyValues } from '../conditions/ManyValues.tsx';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { type Cell, readCell, writeCell } from './cellTest.ts';
import { type RoutingTexts, routingTexts } from './routingTexts.ts';
import { isDayColumn } from './tableFields.ts';

interface CellInputProps {
  readonly field: ConditionField;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Makes the texts of this column days. */
  readonly onOrderDays: () => void;
}

type How = keyof RoutingTexts['hows'];

/** What a row asks of one input, by choices fit for its type; what they cannot show is written as text. */
export function CellInput({ field, value, onChange, onOrderDays }: CellInputProps) {
  const { locale, readOnly } = useDesigning();
  const words = routingTexts[locale];
  const cell = readCell(value);
  const numeric = field.type === 'number' || field.type === 'money';
  const isDay = isDayColumn(field);
  const ordered = numeric || isDay;
  const compareWords = isDay ? words.compareDays : words.compare;
  const hows: How[] = ordered
    ? ['any', 'is', 'compare', 'range', 'text']
    : field.type === 'boolean'
      ? ['any', 'is']
      : ['any', 'oneOf', 'noneOf', 'text'];
  const single = cell.kind === 'oneOf' && cell.values.length === 1 && (ordered || field.type === 'boolean');
  // Which values is asked next; nothing is written until one is chosen.
  const [asked, setAsked] = useState<'oneOf' | 'noneOf' | 'text' | null>(null);
  const how: How = asked ?? (single ? 'is' : cell.kind);
  const put = (next: Cell) => {
    setAsked(null);
    onChange(writeCell(next));
  };
  const choose = (chosen: How) => {
    const first: Scalar = isDay ? (toDay(today()) ?? '') : numeric ? 0 : (field.options?.[0]?.value ?? '');
    const kept = cell.kind === 'oneOf' || cell.kind === 'noneOf' ? cell.values : [];
    if (chosen === 'any') put({ kind: 'any' });
    else if (chosen === 'is') put({ kind: 'oneOf', values: [field.type === 'boolean' ? true : first] });
    else if (chosen === 'compare') put({ kind: 'compare', operator: '<=', value: first });
    else if (chosen === 'range')
      put({ kind: 'range', from: first, to: first, fromIncluded: true, toIncluded: false });
    else if (chosen === 'text') setAsked(chosen);
    else if (kept.length > 0) put({ kind: chosen, values: kept });
    else setAsked(chosen);
  };
  const literal = (text: string): Scalar | undefined => {
    if (isDay) return toDay(text);
    if (!numeric) return text.trim() === '' ? undefined : text.trim();
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
  };
  const shown = hows.includes(how) ? hows : [how, ...hows];
  return (
    <fieldset className="owd-outcomes owd-rulecell">
      <legend>{field.label}</legend>
      <div className="owd-pair">
        <ChoiceInput
          label={words.how}
          value={how}
          choices={shown.map((one) => ({ value: one, label: words.hows[one] }))}
          onChange={(chosen) => choose(chosen as How)}
        />
        {how === 'is' && field.type === 'boolean' && cell.kind === 'oneOf' && (
          <ChoiceInput
            label={words.value}
            value={String(cell.values[0])}
            choices={[
              { value: 'true', label: words.yes },
              { value: 'false', label: words.no },
            ]}
            onChange={(chosen) => put({ kind: 'oneOf', values: [chosen === 'true'] })}
          />
        )}
        {how === 'is' && field.type !== 'boolean' && cell.kind === 'oneOf' && (
          <ValueInput
            label={words.value}
            value={cell.values[0] ?? ''}
            onCommit={(text) => {
              const next = literal(text);
              if (next !== undefined) put({ kind: 'oneOf', values: [next] });
            }}
          />
        )}
        {cell.kind === 'compare' && (
          <>
            <ChoiceInput
              label={words.comparison}
              value={cell.operator}
              choices={(['<', '<=', '>', '>='] as const).map((operator) => ({
                value: operator,
                label: compareWords[operator] ?? operator,
              }))}
              onChange={(operator) => put({ ...cell, operator: operator as typeof cell.operator })}
            />
            <ValueInput
              label={words.value}
              value={cell.value}
              onCommit={(text) => {
                const next = literal(text);
                if (next !== undefined) put({ ...cell, value: next });
              }}
            />
          </>
        )}
      </div>
      {cell.kind === 'range' && (
        <div className="owd-pair">
          {(['from', 'to'] as const).map((end) => (
            <div key={end}>
              <ValueInput
                label={words[end]}
                value={cell[end]}
                onCommit={(text) => {
                  const next = literal(text);
                  if (next !== undefined) put({ ...cell, [end]: next });
                }}
              />
              <CheckInput
                label={end === 'from' ? words.fromIncluded : words.toIncluded}
                checked={cell[`${end}Included`]}
                onChange={(on) => put({ ...cell, [`${end}Included`]: on })}
              />
            </div>
          ))}
        </div>
      )}
      {(how === 'oneOf' || how === 'noneOf') && (
        <ManyValues
          values={cell.kind === how ? cell.values.map((value) => dayOf(value) ?? value) : []}
          options={field.options ?? []}
          onChange={(values) =>
            put({ kind: how, values: isDay ? values.flatMap((value) => toDay(String(value)) ?? []) : values })
          }
        />
      )}
      {how === 'text' && (
        <TextInput
          label={words.value}
          value={value === '-' ? '' : value}
          onCommit={(text) => put({ kind: 'text', text })}
        />
      )}
      {field.type === 'date' && !isDay && !readOnly && (
        <p className="owd-help">
          {words.textDays}{' '}
          <Button size="small" onClick={onOrderDays}>
            {words.orderDays}
            <span className="owd-hidden">{sayAbout(locale, '', field.label)}</span>
          </Button>
        </p>
      )}
    </fieldset>
  );
}

/** A day from the calendar of the browser, anything else as text. */
function ValueInput(props: {
  readonly label: string;
  readonly value: Scalar;
  readonly onCommit: (text: string) => void;
}) {
  const { label, value, onCommit } = props;
  const { readOnly } = useDesigning();
  const id = useId();
  const day = dayOf(value);
  if (day === undefined) return <TextInput label={label} value={String(value)} onCommit={onCommit} />;
  return (
    <div className="owd-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        value={day}
        readOnly={readOnly}
        onChange={(event) => onCommit(event.target.value)}
      />
    </div>
  );
}

/** The day in Shanghai. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
