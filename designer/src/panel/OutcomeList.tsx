import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import type { Outcome } from '../model/manifest.ts';
import { CheckInput } from './CheckInput.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { TextInput } from './TextInput.tsx';

interface OutcomeListProps {
  readonly stepKey: string;
  readonly outcomes: readonly Outcome[];
}

const kinds = ['forward', 'back', 'grant', 'refuse'] as const;

/** Ways out of a step. */
export function OutcomeList({ stepKey, outcomes }: OutcomeListProps) {
  const { editor, texts, locale, readOnly } = useDesigning();
  const base = ['steps', stepKey, 'outcomes'] as const;
  const add = () => {
    const used = new Set(outcomes.map((outcome) => outcome.key));
    let at = outcomes.length + 1;
    while (used.has(`outcome${at}`)) at += 1;
    const added = { key: `outcome${at}`, name: { 'zh-CN': texts.outcomes, en: 'Outcome' }, kind: 'forward' };
    editor.setManifest([...base, outcomes.length], added);
  };
  return (
    <fieldset className="owd-outcomes">
      <legend>{texts.outcomes}</legend>
      <ul>
        {outcomes.map((outcome, at) => (
          <li key={outcome.key}>
            <div className="owd-pair">
              <TextInput
                label={texts.chinese}
                value={outcome.name['zh-CN']}
                onCommit={(name) => editor.setManifest([...base, at, 'name', 'zh-CN'], name)}
              />
              <TextInput
                label={texts.english}
                value={outcome.name.en}
                onCommit={(name) => editor.setManifest([...base, at, 'name', 'en'], name)}
              />
            </div>
            <div className="owd-pair">
              <TextInput
                label={texts.outcomeKey}
                value={outcome.key}
                onCommit={(key) => editor.setManifest([...base, at, 'key'], key)}
              />
              <ChoiceInput
                label={texts.outcomeKind}
                value={outcome.kind}
                choices={kinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
                onChange={(kind) => editor.setManifest([...base, at, 'kind'], kind)}
              />
            </div>
            <div className="owd-row">
              <CheckInput
                label={texts.commentRequired}
                checked={outcome.commentRequired === true}
                onChange={(on) => editor.setManifest([...base, at, 'commentRequired'], on ? true : undefined)}
              />
              <Button
                size="small"
                disabled={readOnly || outcomes.length === 1}
                aria-label={sayAbout(locale, texts.removeOutcome, outcome.name['zh-CN'])}
                onClick={() => editor.setManifest([...base, at], undefined)}
              >
                {texts.removeOutcome}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={add} disabled={readOnly}>
        {texts.addOutcome}
      </Button>
    </fieldset>
  );
}
