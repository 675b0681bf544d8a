import { Button, Empty, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { formTexts } from '../formBuilder/formTexts.ts';
import { NewFormDialog } from '../formBuilder/NewFormDialog.tsx';
import { listed, said } from '../i18n/marks.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { formTitle } from '../panel/formTitle.ts';

// Form.io comes with it.
const FormWorkbench = lazy(async () => ({
  default: (await import('../formBuilder/FormWorkbench.tsx')).FormWorkbench,
}));

/** The forms of the pack: chosen, made, edited. */
export function FormsTab({ open }: { readonly open: string | null }) {
  const { files, manifest, texts, locale, readOnly } = useDesigning();
  const words = formTexts[locale];
  const paths = [...files.keys()].filter((path) => path.startsWith('forms/') && path.endsWith('.json'));
  const [picked, setPicked] = useState<string | null>(open);
  const [making, setMaking] = useState(false);
  const path = picked !== null && paths.includes(picked) ? picked : paths[0];
  const intake = (manifest.operations ?? []).filter((operation) => operation.intakeForm === path);
  const users = [
    ...intake.map((operation) => operation.name[locale]),
    ...Object.values(manifest.steps ?? {})
      .filter((step) => step.form === path)
      .map((step) => step.name?.[locale] ?? ''),
  ];
  return (
    <div className="owd-main owd-forms">
      <div className="owd-formhead">
        {path !== undefined && (
          <ChoiceInput
            label={words.form}
            value={path}
            choices={paths.map((entry) => ({
              value: entry,
              label: formTitle(files.get(entry) ?? '', entry, locale),
            }))}
            onChange={setPicked}
          />
        )}
        <p className="owd-help">
          {path !== undefined &&
            (users.length === 0 ? texts.unused : said(texts.usedBy, listed(users, locale), locale))}
        </p>
        {!readOnly && <Button onClick={() => setMaking(true)}>{words.newForm}</Button>}
      </div>
      {path === undefined ? (
        <Empty description={words.noForm} />
      ) : (
        <Suspense fallback={<Spin />}>
          <FormWorkbench key={path} path={path} isIntake={intake.length > 0} />
        </Suspense>
      )}
      {making && (
        <NewFormDialog
          onCreated={(created) => {
            setPicked(created);
            setMaking(false);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </div>
  );
}
