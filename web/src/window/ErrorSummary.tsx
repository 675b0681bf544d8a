import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.ts';
import type { FieldError } from '../api/types.ts';
import { placeOf } from '../components/placeOf.ts';
import { useProblemText } from '../components/useProblemText.ts';
import { sectionOfError } from './intakeSections.ts';

/** Everything that is missing or wrong in one list; each line leads to its field. Takes the focus when it appears. */
export function ErrorSummary({
  problem,
  onFormField,
}: {
  problem: Problem | null;
  onFormField: (path: string) => void;
}) {
  const { t } = useTranslation();
  const words = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) box.current?.focus();
  }, [problem]);
  if (problem === null) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" style={{ marginBottom: 16 }}>
      <Alert
        type="error"
        showIcon
        title={words(problem)}
        description={
          problem.errors.length === 0 ? undefined : (
            <ul>
              {problem.errors.map((error) => (
                <li key={`${placeOf(error)} ${error.message}`}>
                  <a
                    href={`#${targetOf(error, problem.code)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      if (partOf(error, problem.code) === 'form') onFormField(placeOf(error));
                      else leadTo(error, problem.code);
                    }}
                  >
                    {error.message}
                  </a>
                  <span className="ow-hidden">{t(`window.part.${partOf(error, problem.code)}`)}</span>
                </li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
}

function partOf(error: FieldError, code: string): string {
  const section = sectionOfError(error, code);
  if (section === 'formData') return 'form';
  return section === 'licenseId' ? 'license' : section;
}

function targetOf(error: FieldError, code: string): string {
  return `part-${partOf(error, code)}`;
}

function leadTo(error: FieldError, code: string): void {
  const place = placeOf(error);
  const field =
    document.getElementById(place.replaceAll('.', '-')) ?? document.getElementById(targetOf(error, code));
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
