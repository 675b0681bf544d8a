import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { QueueBar } from '../queue/QueueBar.tsx';
import { IntakeConsole } from './IntakeConsole.tsx';
import { useIntakeDraft } from './useIntakeDraft.ts';

/** One case at the window. */
export function IntakePage() {
  const { id = '' } = useParams();
  return (
    <>
      <QueueBar compact />
      <IntakeOf key={id} id={id} />
    </>
  );
}

function IntakeOf({ id }: { id: string }) {
  useTranslation();
  const draft = useIntakeDraft(id);
  if (draft.view === undefined && draft.query.error !== null) {
    return <ProblemState error={draft.query.error} onRetry={() => void draft.query.refetch()} />;
  }
  if (draft.view === undefined || draft.values === undefined) return <LoadingState />;
  return <IntakeConsole draft={draft} view={draft.view} values={draft.values} />;
}
