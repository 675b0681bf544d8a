import { Button } from 'antd';
import { useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { aside } from '../i18n/punctuate.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { Place } from '../panel/Place.tsx';
import { RowActions } from '../panel/RowActions.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { choiceFields } from './choiceFields.ts';
import { materialTexts } from './materialTexts.ts';
import { OptionalCondition } from './OptionalCondition.tsx';
import { freeKey, materialsOf } from './packMaterials.ts';

/** Guided questions 情形引导: asked before the form, answered into a choice of the form. */
export function QuestionList() {
  const { editor, manifest, files, locale, readOnly } = useDesigning();
  const texts = materialTexts[locale];
  const pack = materialsOf(manifest);
  const questions = pack.questions ?? [];
  const fields = choiceFields(pack, files);
  const [added, setAdded] = useState<string | null>(null);
  const free = fields.find(({ key }) => !questions.some((question) => question.field === key));
  const add = () => {
    if (free === undefined) return;
    const used = questions.map(({ key }) => key);
    const key = used.includes(free.key) ? freeKey('question', used) : free.key;
    editor.insertYaml('pack.yaml', ['questions'], {
      key,
      title: texts.newQuestion,
      field: free.key,
      options: free.options.map(({ value, label, english }) => ({
        value,
        name: { 'zh-CN': label, en: english },
      })),
    });
    setAdded(key);
  };
  return (
    <section aria-labelledby="owd-questions">
      <h2 id="owd-questions">{texts.questions}</h2>
      <p className="owd-help">{texts.questionsHelp}</p>
      <ul className="owd-rows">
        {questions.map((question, at) => {
          const title = question.title?.[locale] ?? question.key;
          const base = ['questions', at];
          const options = question.options ?? [];
          const missing = (fields.find(({ key }) => key === question.field)?.options ?? []).filter(
            ({ value }) => !options.some((option) => option.value === value),
          );
          return (
            <li key={question.key}>
              <Place at={`questions.${at}`}>
                <div className="owd-fold-head">
                  <RowActions
                    name={title}
                    at={at}
                    count={questions.length}
                    onMove={(to) => editor.moveYaml('pack.yaml', ['questions'], at, to)}
                    onRemove={() =>
                      editor.setManifest(questions.length === 1 ? ['questions'] : base, undefined)
                    }
                  />
                </div>
                <details open={added === question.key}>
                  <summary>
                    <strong>{title}</strong>
                  </summary>
                  <TextPair
                    label={texts.question}
                    rows={2}
                    value={question.title}
                    onCommit={(language, text) => editor.setManifest([...base, 'title', language], text)}
                  />
                  <TextPair
                    label={texts.help}
                    rows={2}
                    value={question.help}
                    onCommit={(language, text) =>
                      question.help === undefined
                        ? editor.setManifest([...base, 'help'], { 'zh-CN': text, en: text })
                        : editor.setManifest([...base, 'help', language], text)
                    }
                  />
                  <ChoiceInput
                    label={texts.field}
                    value={question.field ?? ''}
                    choices={fields.map(({ key, label, english }) => ({
                      value: key,
                      label: locale === 'en' ? english : label,
                    }))}
                    onChange={(value) => editor.setManifest([...base, 'field'], value)}
                  />
                  {options.map((option, optionAt) => (
                    <Place key={option.value} at={`questions.${at}.options.${optionAt}`}>
                      <div className="owd-option">
                        <TextPair
                          label={aside(locale, texts.option, texts.optionValue(option.value))}
                          value={option.name}
                          onCommit={(language, text) =>
                            editor.setManifest([...base, 'options', optionAt, 'name', language], text)
                          }
                        />
                        <RowActions
                          name={option.name?.[locale] ?? option.value}
                          at={optionAt}
                          count={options.length}
                          onMove={(to) => editor.moveYaml('pack.yaml', [...base, 'options'], optionAt, to)}
                          {...(options.length > 2
                            ? {
                                onRemove: () => editor.setManifest([...base, 'options', optionAt], undefined),
                              }
                            : {})}
                        />
                      </div>
                    </Place>
                  ))}
                  {missing.length > 0 && (
                    <Button
                      size="small"
                      disabled={readOnly}
                      onClick={() =>
                        editor.together(() => {
                          for (const { value, label, english } of missing)
                            editor.insertYaml('pack.yaml', [...base, 'options'], {
                              value,
                              name: { 'zh-CN': label, en: english },
                            });
                        })
                      }
                    >
                      {texts.fillOptions(missing.length)}
                    </Button>
                  )}
                  <OptionalCondition
                    label={texts.askedWhen}
                    always={texts.askAlways}
                    add={texts.addAskedWhen}
                    value={question.when}
                    onChange={(value) => editor.setManifest([...base, 'when'], value)}
                  />
                </details>
              </Place>
            </li>
          );
        })}
      </ul>
      {fields.length === 0 && <p className="owd-help">{texts.noFields}</p>}
      <Button size="small" disabled={readOnly || free === undefined} onClick={add}>
        {texts.addQuestion}
      </Button>
    </section>
  );
}
