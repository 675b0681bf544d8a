import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.ts';
import type { FieldError } from '../api/types.ts';
import { useProblemText } from '../components/useProblemText.ts';

/** Everything that is missing or wrong in one list at the top; each line leads to its field. Takes the focus when it appears. */
export function PortalErrors({
  problem,
  missing = [],
  idOf,
  onLead,
}: {
  problem: Problem | null;
  missing?: { id: string; text: string }[];
  idOf?: (error: FieldError) => string;
  /** Leads to a field that is on another page. */
  onLead?: (error: FieldError) => void;
}) {
  const { t } = useTranslation();
  const words = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  const count = missing.length;
  useEffect(() => {
    if (problem !== null || count > 0) box.current?.focus();
  }, [problem, count]);
  if (problem === null && count === 0) return null;
  const lines =
    count > 0
      ? missing.map(({ id, text }) => ({ id, text, lead: () => document.getElementById(id)?.focus() }))
      : (problem?.errors ?? []).map((error) => {
          const id = idOf?.(error) ?? '';
          const lead = () => (onLead === undefined ? document.getElementById(id)?.focus() : onLead(error));
          return { id, text: error.message, lead };
        });
  return (
    <div ref={box} tabIndex={-1} role="alert" style={{ marginBottom: 16 }}>
      <Alert
        type="error"
        showIcon
        title={count > 0 || problem === null ? t('portal.errors') : words(problem)}
        description={
          lines.length === 0 ? undefined : (
            <ul>
              {lines.map(({ id, text, lead }) => (
                <li key={`${id} ${text}`}>
                  <a
                    href={`#${id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      lead();
                    }}
                  >
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
}
