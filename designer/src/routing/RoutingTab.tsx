import { Alert, Button, Empty } from 'antd';
import { useState } from 'react';
import { listCaseFields } from '../conditions/listConditionFields.ts';
import { offeredIn } from '../conditions/offeredIn.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { DecisionEditor } from './DecisionEditor.tsx';
import { readDecisions } from './dmnText.ts';
import { NewTableDialog } from './NewTableDialog.tsx';
import { routingTexts } from './routingTexts.ts';
import './routing.css';

/** The decision tables of the pack: which department, whether there is an inspection, and the like. */
export function RoutingTab() {
  const designing = useDesigning();
  const { files, locale, readOnly } = designing;
  const words = routingTexts[locale];
  const [picked, setPicked] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const read = [...files]
    .filter(([path]) => path.endsWith('.dmn'))
    .map(([path, text]) => ({ path, tables: readDecisions(path, text) }));
  const tables = read.flatMap((one) => one.tables ?? []);
  const offered = offeredIn(designing);
  const known = [...listCaseFields(designing), ...offered.map(({ field }) => field)];
  const table = tables.find(({ id }) => id === picked) ?? tables[0];
  return (
    <div className="owd-main owd-routing">
      <div className="owd-formhead">
        {table !== undefined && (
          <ChoiceInput
            label={words.tables}
            value={table.id}
            choices={tables.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setPicked}
          />
        )}
        <span />
        {!readOnly && <Button onClick={() => setMaking(true)}>{words.newTable}</Button>}
      </div>
      {read
        .filter((one) => one.tables === null)
        .map(({ path }) => (
          <Alert key={path} type="error" showIcon title={words.unreadable(path)} />
        ))}
      {table === undefined ? (
        <Empty description={words.none} />
      ) : (
        <DecisionEditor key={table.id} table={table} known={known} offered={offered} />
      )}
      {making && (
        <NewTableDialog
          known={known}
          offered={offered}
          taken={tables.map(({ id }) => id)}
          onCreated={(id) => {
            setPicked(id);
            setMaking(false);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </div>
  );
}
