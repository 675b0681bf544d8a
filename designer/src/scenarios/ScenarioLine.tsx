import type { ReadScenarios, ScenarioFile } from '@onewindow/processes/browser';
import { Button, Input, Modal, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { PlayedScenario } from './ScenarioReport.ts';
import { scenarioTexts } from './scenarioTexts.ts';
import type { ScenarioRuns } from './useScenarioRuns.ts';

const keyShape = /^[a-z][a-z0-9-]{0,39}$/;

interface ScenarioLineProps {
  readonly path: string;
  /** Undefined where the file cannot be read. */
  readonly scenario: ScenarioFile | undefined;
  readonly problems: ReadScenarios['problems'];
  /** How it went, when it was among the last ones. */
  readonly played: PlayedScenario | undefined;
  readonly runs: ScenarioRuns;
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}

/** One scenario: how it went, where it differs, and what can be done with it. */
export function ScenarioLine(props: ScenarioLineProps) {
  const { path, scenario, problems, played, runs, editing, onEdit, children } = props;
  const { editor, files, locale, readOnly } = useDesigning();
  const texts = scenarioTexts[locale];
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const [newKey, setNewKey] = useState('');
  const key = path.replace(/^scenarios\/|\.yaml$/g, '');
  const name = scenario?.scenario.name[locale] ?? key;
  const target = `scenarios/${newKey}.yaml`;
  const wrong =
    newKey !== '' && !keyShape.test(newKey) ? texts.keyShape : files.has(target) ? texts.taken : '';
  const rename = () => {
    const text = files.get(path);
    editor.together(() => {
      editor.setText(target, text);
      editor.setText(path, undefined);
    });
    setAsking(null);
  };
  const said = (one: { zh: string; en: string }) => (locale === 'en' ? one.en : one.zh);
  const state =
    scenario === undefined
      ? ['error', texts.broken]
      : played === undefined
        ? ['default', texts.notRun]
        : played.failures.length === 0
          ? ['success', `✓ ${texts.passed}`]
          : ['error', `✕ ${texts.failed}`];
  const button = (label: string, act: () => void, disabled = false) => (
    <Button size="small" disabled={disabled} onClick={act}>
      {label}
      <span className="owd-hidden">{name}</span>
    </Button>
  );
  return (
    <li>
      <div className="owd-row">
        <Tag color={state[0] ?? ''}>{state[1]}</Tag>
        <span className="owd-scenario-name">
          {name}
          <small>
            {' '}
            {path}
            {scenario === undefined ? '' : ` · ${texts.steps(scenario.scenario.steps.length)}`}
            {played === undefined ? '' : ` · ${texts.seconds((played.milliseconds / 1000).toFixed(1))}`}
          </small>
        </span>
        {runs.may && button(texts.run, () => runs.run([key]), runs.running || scenario === undefined)}
        {button(texts.edit, onEdit)}
        {!readOnly && button(texts.rename, () => setAsking('rename'))}
        {!readOnly && button(texts.remove, () => setAsking('remove'))}
      </div>
      {[...problems, ...(played?.failures ?? [])].length > 0 && (
        <ul className="owd-scenario-failures">
          {[...problems, ...(played?.failures ?? [])].map((one) => (
            <li key={`${one.line} ${one.path} ${one.zh}`}>
              <small>
                {texts.line(one.line)} {one.path}
              </small>{' '}
              {said(one)}
            </li>
          ))}
        </ul>
      )}
      {editing && children}
      <Modal
        open={asking === 'remove'}
        title={texts.remove}
        okText={texts.remove}
        cancelText={texts.cancel}
        okButtonProps={{ danger: true }}
        onOk={() => {
          setAsking(null);
          editor.setText(path, undefined);
        }}
        onCancel={() => setAsking(null)}
      >
        <p>{texts.removeAsk(name)}</p>
      </Modal>
      <Modal
        open={asking === 'rename'}
        title={texts.rename}
        okText={texts.rename}
        cancelText={texts.cancel}
        okButtonProps={{ disabled: newKey === '' || wrong !== '' }}
        onOk={rename}
        onCancel={() => setAsking(null)}
      >
        <label htmlFor={`rename-${key}`}>{texts.newKey}</label>
        <Input id={`rename-${key}`} value={newKey} onChange={(event) => setNewKey(event.target.value)} />
        {wrong !== '' && <p role="alert">{wrong}</p>}
      </Modal>
    </li>
  );
}
