import { Card } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** Finds the message of the server for a place such as `applicant.idNumber`. */
export type ErrorAt = (place: string) => string | undefined;

export interface SectionCardProps {
  id: string;
  number: number;
  title: string;
  extra?: ReactNode;
  /** Why the server did not take this part. */
  refusal?: Problem | undefined;
  children: ReactNode;
}

/** One numbered part of the intake page; Alt and its number leads to it. */
export function SectionCard({ id, number, title, extra, refusal, children }: SectionCardProps) {
  return (
    <Card
      id={id}
      tabIndex={-1}
      title={
        <h2 className="ow-card-title">
          <span className="ow-section-number">{number}</span>
          {title}
        </h2>
      }
      extra={extra}
    >
      {refusal === undefined ? null : (
        <div style={{ marginBottom: 12 }}>
          <ProblemAlert error={refusal} />
        </div>
      )}
      {children}
    </Card>
  );
}
