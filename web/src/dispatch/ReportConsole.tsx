import { SendOutlined } from '@ant-design/icons';
import { Button, Card, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CaseFile,
  type Duplicate,
  type Report,
  type ReportKinds,
  type ReportPhoto,
  sendReport,
} from '../api/dispatch.ts';
import { Problem } from '../api/problem.ts';
import type { FieldError } from '../api/types.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import './dispatch.css';
import { DuplicatePanel } from './DuplicatePanel.tsx';
import { PhotoSection } from './PhotoSection.tsx';
import { PlaceSection, type ReportedPlace } from './PlaceSection.tsx';
import { ReportDone } from './ReportDone.tsx';
import { ReporterSection } from './ReporterSection.tsx';

/** Always the same one: the form clears its own findings when it is given others. */
const none: FieldError[] = [];

type Taken = CaseFile & { merged: boolean };

/** What, where, who, photographs; then open case files of the same place and kind, if there are any; then sent. */
export function ReportConsole({ kinds, onAnother }: { kinds: ReportKinds; onAnother: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const user = useUser();
  const [packCode, setPackCode] = useState(kinds.kinds[0]?.packCode ?? '');
  const kind = kinds.kinds.find((entry) => entry.packCode === packCode);
  const [source, setSource] = useState(kind?.sources[0]?.key ?? '');
  const [place, setPlace] = useState<ReportedPlace>(() => placeOfUser(kinds, user.department.id));
  const [photos, setPhotos] = useState<ReportPhoto[]>([]);
  const [reporter, setReporter] = useState<{ name?: string; phone?: string }>({});
  const [duplicates, setDuplicates] = useState<Duplicate[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [missing, setMissing] = useState<{ town?: string; text?: string }>({});
  const [taken, setTaken] = useState<Taken | null>(null);
  const form: FormHandle = useRef(null);
  const sent = useRef('');
  const send = useAction({
    run: (report: Report, key) => sendReport(report, key),
    done: setTaken,
    failed: (error) => {
      const found = error instanceof Problem ? error.document['duplicates'] : undefined;
      if (Array.isArray(found)) setDuplicates(found as Duplicate[]);
      else setFailure(error);
    },
  });
  const submit = (duplicate?: Report['duplicate']) => {
    setFailure(null);
    const problems = form.current?.validate() ?? [];
    const wrong = {
      ...(place.town === undefined ? { town: t('dispatch.report.townMissing') } : {}),
      ...((place.text ?? '').trim().length < 2 ? { text: t('dispatch.report.placeMissing') } : {}),
    };
    setMissing(wrong);
    if (problems.length > 0) return;
    if (Object.keys(wrong).length > 0) {
      document.getElementById(wrong.town === undefined ? 'report-place' : 'report-town')?.focus();
      return;
    }
    const formData = form.current?.data() ?? {};
    sent.current = JSON.stringify(formData);
    send.mutate({
      packCode,
      source,
      place: { ...place, town: place.town ?? '', text: (place.text ?? '').trim() },
      formData,
      photoIds: photos.map((photo) => photo.id),
      ...(reporter.name || reporter.phone ? { reporter } : {}),
      ...(duplicate === undefined ? {} : { duplicate }),
    });
  };
  /** What was found belongs to the kind and place as they were then. */
  const askAgain = () => setDuplicates((found) => (found.length === 0 ? found : []));
  useShortcuts([{ keys: 'Alt+S', label: t('dispatch.report.send'), run: () => submit() }]);
  if (taken !== null) return <ReportDone taken={taken} onAnother={onAnother} />;
  if (kind === undefined) return null;
  const choose = (code: string) => {
    setPackCode(code);
    setSource(kinds.kinds.find((entry) => entry.packCode === code)?.sources[0]?.key ?? '');
    // A photograph belongs to the kind that it was uploaded for.
    setPhotos([]);
    setDuplicates([]);
  };
  const title = (text: string) => <h2 className="ow-card-title">{text}</h2>;
  const errors = failure instanceof Problem ? failure.errors : none;
  return (
    <Page title={t('dispatch.report.title')} trail={[{ label: t('app.nav.dispatch'), to: '/dispatch' }]}>
      <div className="ow-report ow-stack">
        <Card title={title(t('dispatch.report.what'))}>
          <div className="ow-fields">
            <Field id="report-kind" label={t('dispatch.report.kind')} required>
              <Select
                value={packCode}
                options={kinds.kinds.map((entry) => ({ value: entry.packCode, label: say(entry.name) }))}
                onChange={choose}
              />
            </Field>
            <Field id="report-source" label={t('dispatch.report.source')} required>
              <Select
                value={source}
                disabled={kind.sources.length === 1}
                options={kind.sources.map((entry) => ({ value: entry.key, label: say(entry.name) }))}
                onChange={setSource}
              />
            </Field>
          </div>
          <FormPanel
            key={packCode}
            form={kind.form}
            data={{}}
            errors={errors}
            handle={form}
            onChange={(data) => {
              // Told 300 ms late: what was sent already is no change.
              if (JSON.stringify(data) !== sent.current) askAgain();
            }}
          />
        </Card>
        <Card title={title(t('dispatch.report.where'))}>
          <PlaceSection
            value={place}
            areas={kinds.areas}
            errors={missing}
            onChange={(value) => {
              setPlace(value);
              // What was missing and is filled in now is no fault any more; nothing new appears before the next submit.
              setMissing((shown) => keepMissing(shown, value));
              askAgain();
            }}
          />
        </Card>
        {kind.photos === null ? null : (
          <Card title={title(say(kind.photos.name))}>
            <PhotoSection
              packCode={packCode}
              accept={kind.photos.accept}
              photos={photos}
              onChange={setPhotos}
              onPosition={(position) => setPlace((known) => ({ position, ...known }))}
            />
          </Card>
        )}
        {user.roles.includes('operator') ? (
          <Card title={title(t('dispatch.report.who'))}>
            <ReporterSection value={reporter} onChange={setReporter} />
          </Card>
        ) : null}
        <DuplicatePanel found={duplicates} busy={send.isPending} onDecide={submit} />
        <ProblemAlert error={failure} />
        {duplicates.length > 0 ? null : (
          <div className="ow-sticky-actions ow-row">
            <Button
              type="primary"
              size="large"
              icon={<SendOutlined aria-hidden />}
              loading={send.isPending}
              onClick={() => submit()}
            >
              {t('dispatch.report.send')} <kbd>Alt+S</kbd>
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

/** What of the shown faults of the place is still there. */
function keepMissing(shown: { town?: string; text?: string }, place: ReportedPlace) {
  return {
    ...(shown.town !== undefined && place.town === undefined ? { town: shown.town } : {}),
    ...(shown.text !== undefined && (place.text ?? '').trim().length < 2 ? { text: shown.text } : {}),
  };
}

/** Where this person works: a grid worker's own village, so that it need not be chosen. */
function placeOfUser({ areas }: ReportKinds, departmentId: string): ReportedPlace {
  for (const { town, villages } of areas) {
    if (town.id === departmentId) return { town: town.id };
    if (villages.some((village) => village.id === departmentId))
      return { town: town.id, village: departmentId };
  }
  return {};
}
