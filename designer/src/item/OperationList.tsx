import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import type { Text } from '../model/manifest.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { formTitle } from '../panel/formTitle.ts';
import { Place } from '../panel/Place.tsx';
import { RowActions } from '../panel/RowActions.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { PartRules } from '../rules/PartRules.tsx';
import { rulesTexts } from '../rules/rulesTexts.ts';
import { itemTexts } from './itemTexts.ts';

interface WrittenOperation {
  readonly key: string;
  readonly name?: Text;
  readonly intakeForm?: string;
  readonly licenseAction?: string;
  readonly requiresLicense?: boolean;
  readonly deemedRenewal?: boolean;
  readonly materials?: readonly string[];
}

/** What few operations need. */
const operationParts = ['licenseNumber', 'prefill'] as const;

/** Ways of applying: names, form, what a grant does to the license. */
export function OperationList() {
  const { editor, manifest, files, locale, readOnly } = useDesigning();
  const texts = itemTexts[locale];
  const operations = (manifest.operations ?? []) as readonly WrittenOperation[];
  const forms = [...files.keys()].filter((path) => path.startsWith('forms/'));
  const labelled = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  const free = Object.keys(texts.operationKeys).find(
    (key) => !operations.some((operation) => operation.key === key),
  );
  const add = () => {
    if (free === undefined) return;
    const zh = itemTexts['zh-CN'].operationKeys[free] ?? free;
    editor.insertYaml('pack.yaml', ['operations'], {
      key: free,
      name: { 'zh-CN': zh, en: itemTexts.en.operationKeys[free] ?? free },
      intakeForm: operations[0]?.intakeForm ?? forms[0] ?? 'forms/application-new.json',
      materials: [],
      licenseAction: 'none',
    });
  };
  return (
    <section aria-labelledby="owd-item-operations">
      <h2 id="owd-item-operations">{texts.operations}</h2>
      <p className="owd-help">{texts.operationsHelp}</p>
      <ul className="owd-rows">
        {operations.map((operation, at) => {
          const name = operation.name?.[locale] ?? operation.key;
          const set = (part: string, value: unknown) => editor.setManifest(['operations', at, part], value);
          return (
            <li key={operation.key}>
              <Place at={`operations.${at}`}>
                <Place at={`operations.${operation.key}`}>
                  <div className="owd-row">
                    <strong>
                      {name} <small>{texts.materials(operation.materials?.length ?? 0)}</small>
                    </strong>
                    <RowActions
                      name={name}
                      at={at}
                      count={operations.length}
                      onMove={(to) => editor.moveYaml('pack.yaml', ['operations'], at, to)}
                      {...(operations.length > 1
                        ? { onRemove: () => editor.setManifest(['operations', at], undefined) }
                        : {})}
                    />
                  </div>
                  <TextPair
                    label={texts.operationName}
                    value={operation.name}
                    onCommit={(language, text) =>
                      editor.setManifest(['operations', at, 'name', language], text)
                    }
                  />
                  <div className="owd-pair">
                    <ChoiceInput
                      label={texts.intakeForm}
                      value={operation.intakeForm ?? ''}
                      choices={forms.map((path) => ({
                        value: path,
                        label: formTitle(files.get(path) ?? '', path, locale),
                      }))}
                      onChange={(value) => set('intakeForm', value)}
                    />
                    <ChoiceInput
                      label={texts.licenseAction}
                      value={operation.licenseAction ?? ''}
                      choices={labelled(texts.licenseActions)}
                      onChange={(value) => set('licenseAction', value)}
                    />
                  </div>
                  <div className="owd-checks">
                    <CheckInput
                      label={texts.requiresLicense}
                      checked={operation.requiresLicense === true}
                      onChange={(on) => set('requiresLicense', on ? true : undefined)}
                    />
                    {operation.licenseAction === 'renew' && (
                      <CheckInput
                        label={texts.deemedRenewal}
                        checked={operation.deemedRenewal === true}
                        onChange={(on) => set('deemedRenewal', on ? true : undefined)}
                      />
                    )}
                  </div>
                  <PartRules
                    title={rulesTexts[locale].operationRules}
                    path={['operations', at]}
                    parts={operationParts}
                  />
                </Place>
              </Place>
            </li>
          );
        })}
      </ul>
      <Button size="small" disabled={readOnly || free === undefined} onClick={add}>
        {texts.addOperation}
      </Button>
    </section>
  );
}
