import { readScenarios } from '@onewindow/processes/browser';
import { Alert, Button, Empty, Progress } from 'antd';
import { useMemo, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { inOneLine } from '../i18n/punctuate.ts';
import { FileEditor } from '../tabs/FileEditor.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { ScenarioLine } from './ScenarioLine.tsx';
import { scenarioTexts } from './scenarioTexts.ts';
import type { ScenarioRuns } from './useScenarioRuns.ts';
import './scenarios.css';

const GIVEN = 'scenarios/given.yaml';

/** The scenarios of the pack: run against the files as they are now, edited, renamed, deleted; what they pass of it. */
export function ScenariosTab({ runs, onShow }: { readonly runs: ScenarioRuns; readonly onShow: () => void }) {
  const { files, locale } = useDesigning();
  const texts = scenarioTexts[locale];
  const [open, setOpen] = useState<string | null>(null);
  const read = useMemo(() => readScenarios(Object.fromEntries(files)), [files]);
  const paths = [...files.keys()]
    .filter((path) => /^scenarios\/.+\.yaml$/.test(path) && path !== GIVEN)
    .sort();
  const { report, running } = runs;
  const failed = report?.played.filter(({ failures }) => failures.length > 0).length ?? 0;
  const passed = (report?.played.length ?? 0) - failed;
  const check = (path: string) => (text: string) => {
    const { problems } = readScenarios(Object.fromEntries(new Map(files).set(path, text)));
    const own = problems.filter(({ file }) => file === path);
    if (own.length === 0) return null;
    return inOneLine(
      locale,
      own.map(({ line, path: at, zh, en }) => `${texts.line(line)} ${at} ${locale === 'en' ? en : zh}`),
    );
  };
  const said = (one: { zh: string; en: string }) => (locale === 'en' ? one.en : one.zh);
  return (
    <div className="owd-main owd-scenarios">
      <h2>{texts.title}</h2>
      <p className="owd-help">{texts.intro}</p>
      <div className="owd-row">
        {runs.may && (
          <Button
            type="primary"
            disabled={running || read.scenarios.length === 0}
            onClick={() => runs.run(undefined)}
          >
            {texts.runAll}
          </Button>
        )}
        <span role="status">
          {running
            ? report === null
              ? texts.starting
              : texts.running(report.played.length, report.total)
            : report === null
              ? ''
              : `${texts.sum(passed, failed)}${report.state === 'failed' ? ` · ${texts.stopped}` : ''}${runs.stale ? ` · ${texts.stale}` : ''}`}
        </span>
      </div>
      {running && report !== null && (
        <Progress
          percent={Math.round((100 * report.played.length) / Math.max(1, report.total))}
          size="small"
          aria-label={texts.running(report.played.length, report.total)}
        />
      )}
      {runs.problem !== null && <Alert type="error" showIcon title={runs.problem} />}
      {(report?.failures ?? []).map((failure) => (
        <Alert key={`${failure.file} ${failure.zh}`} type="error" showIcon title={said(failure)} />
      ))}
      {paths.length === 0 && <Empty description={texts.none} />}
      <ul className="owd-scenario-list">
        {paths.map((path) => (
          <ScenarioLine
            key={path}
            path={path}
            scenario={read.scenarios.find(({ file }) => file === path)}
            problems={read.problems.filter(({ file }) => file === path)}
            played={report?.played.find(({ key }) => `scenarios/${key}.yaml` === path)}
            runs={runs}
            editing={open === path}
            onEdit={() => setOpen(open === path ? null : path)}
          >
            {open === path && <FileEditor path={path} check={check(path)} />}
          </ScenarioLine>
        ))}
      </ul>
      {files.has(GIVEN) && (
        <details>
          <summary>{texts.given}</summary>
          <FileEditor path={GIVEN} check={check(GIVEN)} />
        </details>
      )}
      {report?.coverage !== null && report?.coverage !== undefined && (
        <CoverageTable coverage={report.coverage} runs={runs} onShow={onShow} />
      )}
    </div>
  );
}
