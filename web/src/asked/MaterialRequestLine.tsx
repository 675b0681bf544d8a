import { useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type MaterialRequest, supplyMaterials } from '../api/asked.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { ReasonField } from '../desk/ReasonField.tsx';
import { AskedMaterialUpload } from './AskedMaterialUpload.tsx';

/** One request at the window: what is wanted and why, the uploads, and handing it over. */
export function MaterialRequestLine({ request }: { request: MaterialRequest }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const lacking = request.lines.filter(({ supplied }) => !supplied).length;
  const reread = () => client.invalidateQueries({ queryKey: ['materialRequests'] });
  const supply = useAction({
    run: (said: string, key) => supplyMaterials(request.id, said, key),
    success: t('asked.material.handedOver'),
    failed: () => undefined,
    done: reread,
  });
  return (
    <li>
      <section className="ow-stack" aria-label={t('asked.material.of', { caseNo: request.caseNo })}>
        <div className="ow-row">
          <Link to={`/cases/${request.caseId}`}>
            {say(request.itemName)} <span className="ow-nums">{request.caseNo}</span>
          </Link>
          <Tag variant="outlined">{t('asked.by', { day: formatDay(request.dueDay, language) })}</Tag>
          <span className="ow-muted">
            {t('asked.material.from', {
              department: request.department.name,
              by: request.askedBy,
              step: say(request.stepName),
            })}
          </span>
        </div>
        <div>{t('asked.material.because', { reason: request.reason })}</div>
        <ul className="ow-list">
          {request.lines.map((line) => (
            <AskedMaterialUpload
              key={line.key}
              owner={`/cases/${request.caseId}`}
              line={line}
              onUploaded={reread}
            />
          ))}
        </ul>
        <ProblemAlert error={supply.error} />
        <ReasonField
          id={`note-${request.id}`}
          label={t('asked.material.note')}
          hint={lacking > 0 ? t('asked.material.noteWhy', { count: lacking }) : t('asked.material.noteFree')}
          required={lacking > 0}
          value={note}
          onChange={setNote}
        />
        <div>
          <Button
            type="primary"
            loading={supply.isPending}
            disabled={lacking > 0 && note.trim() === ''}
            onClick={() => supply.mutate(note.trim())}
          >
            {t('asked.material.handOver')}
            <span className="ow-hidden">{request.caseNo}</span>
          </Button>
        </div>
      </section>
    </li>
  );
}
