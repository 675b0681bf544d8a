import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  consultationsOfCase,
  cosignsOfTask,
  materialRequestsOfCase,
  withdrawConsultation,
  withdrawCosign,
  withdrawMaterials,
} from '../api/asked.ts';
import type { TaskView } from '../api/taskTypes.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { formatDay } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { ConsultationText } from './ConsultationText.tsx';
import { CosignRound } from './CosignRound.tsx';

/** What the step has asked of the applicant, other departments and co-signers, and what came of it; renewed live. */
export function AskedOfOthers({ task }: { task: TaskView }) {
  const user = useUser();
  return hasRole(user, ['approver', 'head']) && task.role !== 'clerk' ? <Asked task={task} /> : null;
}

function Asked({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const key = ['asked', task.caseId];
  useLiveUpdates(['case'], [key], { caseId: task.caseId });
  const cosigns = useQuery({ queryKey: [...key, 'cosigns', task.id], queryFn: () => cosignsOfTask(task.id) });
  const opinions = useQuery({
    queryKey: [...key, 'opinions'],
    queryFn: () => consultationsOfCase(task.caseId),
  });
  const requests = useQuery({
    queryKey: [...key, 'materials'],
    queryFn: () => materialRequestsOfCase(task.caseId),
  });
  const done = () => client.invalidateQueries({ queryKey: key });
  const withdraw = useAction({
    run: ({ what, id }: { what: 'cosign' | 'consultation' | 'materials'; id: string }, idempotencyKey) =>
      ({ cosign: withdrawCosign, consultation: withdrawConsultation, materials: withdrawMaterials })[what](
        id,
        idempotencyKey,
      ),
    success: t('asked.withdrawn'),
    done,
  });
  const mine = task.assignee?.id === user.id;
  const back = (what: 'cosign' | 'consultation' | 'materials', id: string, name: string): ReactNode =>
    mine ? (
      <Button size="small" onClick={() => withdraw.mutate({ what, id })}>
        {t('asked.withdraw')}
        <span className="ow-hidden">{name}</span>
      </Button>
    ) : null;
  const error = cosigns.error ?? opinions.error ?? requests.error;
  const lists = [cosigns.data?.items ?? [], opinions.data?.items ?? [], requests.data?.items ?? []];
  if (error === null && lists.every((list) => list.length === 0)) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('asked.title')}</h2>}>
      <ProblemAlert error={error} />
      <ul className="ow-list">
        {cosigns.data?.items.map((cosign) => (
          <li key={cosign.id}>
            <strong>{t('desk.cosign.title')}</strong>
            <CosignRound cosign={cosign} />
            {cosign.state === 'open' ? back('cosign', cosign.id, t('desk.cosign.title')) : null}
          </li>
        ))}
        {requests.data?.items.map((request) => (
          <li key={request.id}>
            <strong>{t('desk.materials.title')}</strong>
            <div className="ow-row">
              <Tag variant="outlined">{t(`asked.material.state.${request.state}`)}</Tag>
              <span className="ow-muted">{t('asked.by', { day: formatDay(request.dueDay, language) })}</span>
              {request.hold && request.state === 'open' ? <span>{t('asked.material.holds')}</span> : null}
            </div>
            <ul>
              {request.lines.map((line) => (
                <li key={line.key}>
                  {say(line.name)}：{line.problem}（
                  {t(line.supplied ? 'asked.material.supplied' : 'asked.material.lacking')}）
                </li>
              ))}
            </ul>
            {request.note === '' ? null : (
              <div>
                {t('asked.material.noteOf', {
                  by: request.answeredBy || t('asked.applicant.self'),
                  note: request.note,
                })}
              </div>
            )}
            {request.state === 'open' ? back('materials', request.id, t('desk.materials.title')) : null}
          </li>
        ))}
        {opinions.data?.items.map((asked) => (
          <li key={asked.id}>
            <strong>{t('desk.consult.title')}</strong>
            <ConsultationText asked={asked} />
            {asked.state === 'open' && asked.taskId === task.id
              ? back('consultation', asked.id, t('desk.consult.title'))
              : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
