import { lifeEvents, powerTypes } from '@onewindow/processes/choices';
import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import type { Text } from '../model/manifest.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { Place } from '../panel/Place.tsx';
import { RowActions } from '../panel/RowActions.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { itemTexts } from './itemTexts.ts';
import { OperationList } from './OperationList.tsx';
import { useDirectory } from './useDirectory.ts';

/** What pack.yaml says about the item itself, as written. */
export interface WrittenItem {
  readonly name?: Text;
  readonly kind?: string;
  readonly powerType?: string;
  readonly ruleSet?: string;
  readonly department?: string;
  readonly applicantKinds?: readonly string[];
  readonly area?: string;
  readonly codes?: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
  readonly lifeEvents?: readonly string[];
  readonly legalBasis?: readonly { readonly title?: string; readonly article?: string }[];
}

const MOST_EVENTS = 6;

/** The item itself: names, codes, who is responsible, who may apply, on which law it rests, how it is applied for. */
export default function ItemTab() {
  const { editor, manifest, locale } = useDesigning();
  const texts = itemTexts[locale];
  const item = manifest as WrittenItem;
  const { departments } = useDirectory();
  const set = (path: readonly (string | number)[], value: unknown) => editor.setManifest(path, value);
  const labelled = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  const kinds = item.applicantKinds ?? ['natural', 'legal'];
  const events = item.lifeEvents ?? [];
  return (
    <div className="owd-main owd-limits">
      <div className="owd-halves">
        <div>
          <section aria-labelledby="owd-item-basics">
            <h2 id="owd-item-basics">{texts.basics}</h2>
            <Place at="name">
              <TextPair
                label={texts.name}
                value={item.name}
                onCommit={(language, text) => set(['name', language], text)}
              />
            </Place>
            <div className="owd-pair">
              <Place at="kind">
                <ChoiceInput
                  label={texts.kind}
                  value={item.kind ?? ''}
                  choices={labelled(texts.kinds)}
                  onChange={(value) => set(['kind'], value)}
                />
              </Place>
              <Place at="powerType">
                <ChoiceInput
                  label={texts.powerType}
                  value={item.powerType ?? ''}
                  choices={powerTypes.map((value) => ({ value, label: texts.powerTypes[value] ?? value }))}
                  onChange={(value) => set(['powerType'], value)}
                />
              </Place>
            </div>
            <div className="owd-pair">
              <Place at="department">
                <ChoiceInput
                  label={texts.department}
                  value={item.department ?? ''}
                  choices={departments.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(value) => set(['department'], value)}
                />
              </Place>
              <Place at="ruleSet">
                <ChoiceInput
                  label={texts.ruleSet}
                  value={item.ruleSet ?? ''}
                  choices={labelled(texts.rules)}
                  onChange={(value) => set(['ruleSet'], value)}
                />
              </Place>
            </div>
            <div className="owd-pair">
              <Place at="applicantKinds">
                <fieldset className="owd-checks">
                  <legend>{texts.applicantKinds}</legend>
                  {Object.entries(texts.applicants).map(([kind, label]) => (
                    <CheckInput
                      key={kind}
                      label={label}
                      checked={kinds.includes(kind)}
                      onChange={(on) => {
                        const next = Object.keys(texts.applicants).filter((one) =>
                          one === kind ? on : kinds.includes(one),
                        );
                        if (next.length > 0) set(['applicantKinds'], next);
                      }}
                    />
                  ))}
                </fieldset>
              </Place>
              <Place at="area">
                <ChoiceInput
                  label={texts.area}
                  value={item.area ?? 'none'}
                  choices={labelled(texts.areas)}
                  onChange={(value) => set(['area'], value)}
                />
              </Place>
            </div>
          </section>
          <section aria-labelledby="owd-item-codes">
            <h2 id="owd-item-codes">{texts.codes}</h2>
            {Object.entries(texts.codeNames).map(([code, label]) => (
              <Place key={code} at={`codes.${code}`}>
                <TextInput
                  label={label}
                  value={item.codes?.[code] ?? ''}
                  onCommit={(text) =>
                    item.codes === undefined
                      ? set(['codes'], { [code]: text.trim() })
                      : set(['codes', code], text.trim() === '' ? undefined : text.trim())
                  }
                />
              </Place>
            ))}
          </section>
          <LegalBasis item={item} />
        </div>
        <div>
          <section aria-labelledby="owd-item-search">
            <h2 id="owd-item-search">{texts.search}</h2>
            <Place at="aliases">
              <TextInput
                label={texts.aliases}
                rows={4}
                value={(item.aliases ?? []).join('\n')}
                onCommit={(value) =>
                  set(
                    ['aliases'],
                    value
                      .split('\n')
                      .map((line) => line.trim())
                      .filter((line) => line !== ''),
                  )
                }
              />
            </Place>
            <Place at="lifeEvents">
              <fieldset className="owd-checks">
                <legend>{texts.lifeEvents}</legend>
                {Object.entries(lifeEvents).map(([key, { name }]) => (
                  <CheckInput
                    key={key}
                    label={name[locale]}
                    checked={events.includes(key)}
                    onChange={(on) => {
                      const next = on ? [...events, key] : events.filter((one) => one !== key);
                      if (next.length <= MOST_EVENTS) set(['lifeEvents'], next);
                    }}
                  />
                ))}
              </fieldset>
            </Place>
          </section>
          <OperationList />
        </div>
      </div>
    </div>
  );
}

function LegalBasis({ item }: { readonly item: WrittenItem }) {
  const { editor, locale, readOnly } = useDesigning();
  const texts = itemTexts[locale];
  const list = item.legalBasis ?? [];
  return (
    <section aria-labelledby="owd-item-basis">
      <h2 id="owd-item-basis">{texts.legalBasis}</h2>
      <Place at="legalBasis">
        <ul>
          {list.map((basis, at) => (
            <li key={at} className="owd-basis" data-place={`legalBasis.${at}`}>
              <TextInput
                label={texts.law}
                value={basis.title ?? ''}
                onCommit={(text) =>
                  text.trim() !== '' && editor.setManifest(['legalBasis', at, 'title'], text.trim())
                }
              />
              <TextInput
                label={texts.article}
                value={basis.article ?? ''}
                onCommit={(text) =>
                  editor.setManifest(
                    ['legalBasis', at, 'article'],
                    text.trim() === '' ? undefined : text.trim(),
                  )
                }
              />
              <RowActions
                name={basis.title ?? texts.unnamed}
                at={at}
                count={list.length}
                onMove={(to) => editor.moveYaml('pack.yaml', ['legalBasis'], at, to)}
                onRemove={() => editor.setManifest(['legalBasis', at], undefined)}
              />
            </li>
          ))}
        </ul>
        <Button
          size="small"
          disabled={readOnly}
          onClick={() => editor.insertYaml('pack.yaml', ['legalBasis'], { title: texts.newLaw })}
        >
          {texts.addBasis}
        </Button>
      </Place>
    </section>
  );
}
