import type { Ref } from 'react';
import type { ShownProblem } from './markProblems.ts';

interface ErrorSummaryProps {
  readonly title: string;
  readonly problems: readonly ShownProblem[];
  readonly onGo: (path: string) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** List of everything that is wrong; each line leads to its field. */
export function ErrorSummary({ title, problems, onGo, ref }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <div ref={ref} className="ow-summary" role="alert" tabIndex={-1}>
      <h3>{title}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.message}`}>
            <button type="button" onClick={() => onGo(problem.path)}>
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
