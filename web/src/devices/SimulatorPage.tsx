import { Card, Checkbox, Radio, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '../app/StatusPages.tsx';
import { useSession } from '../app/session.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { Page } from '../components/Page.tsx';
import { answerAsDevices } from './channelTransport.ts';
import type { operations, Reply } from './deviceProtocol.ts';
import { drawFace, drawPage, drawSignature, simulatedCards } from './simulatedThings.ts';

interface State {
  /** Index of the card that lies on the reader; -1: none lies there. */
  card: number;
  reader: boolean;
  /** Pages in the scanner; 0: it is switched off. */
  pages: number;
  camera: 'same' | 'other' | 'off';
  pad: boolean;
  printer: boolean;
}

const start: State = { card: 0, reader: true, pages: 1, camera: 'same', pad: true, printer: true };

/** Stands in for the devices of a window, for the other tabs of this browser. Development only. */
export function SimulatorPage() {
  const session = useSession();
  return session.data?.profile === 'dev' ? <Simulator /> : <NotFoundPage />;
}

function Simulator() {
  const { t } = useTranslation();
  const [state, setState] = useState(start);
  const [log, setLog] = useState<string[]>([]);
  const now = useRef(state);
  now.current = state;
  useEffect(
    () =>
      answerAsDevices(async (operation) => {
        const reply = answer(operation, now.current);
        const outcome = reply.ok ? 'ok' : reply.fault;
        setLog((before) => [`${operation} → ${outcome}`, ...before].slice(0, 20));
        return reply;
      }),
    [],
  );
  const set = (change: Partial<State>) => setState((before) => ({ ...before, ...change }));
  const off = { value: -2, label: t('devices.simulator.off') };
  return (
    <Page title={t('devices.simulator.title')} plain>
      <p>{t('devices.simulator.about')}</p>
      <div className="ow-fields">
        <Field id="sim-card" label={t('devices.kind.cardReader')}>
          <Select
            value={state.reader ? state.card : off.value}
            onChange={(card: number) => set({ card, reader: card !== off.value })}
            options={[
              ...simulatedCards.map((card, value) => ({ value, label: `${card.name} ${card.number}` })),
              { value: -1, label: t('devices.simulator.noCard') },
              off,
            ]}
          />
        </Field>
        <Field id="sim-pages" label={t('devices.kind.scanner')}>
          <Select
            value={state.pages}
            onChange={(pages: number) => set({ pages })}
            options={[0, 1, 2, 3].map((value) => ({
              value,
              label: value === 0 ? off.label : t('devices.simulator.pages', { count: value }),
            }))}
          />
        </Field>
      </div>
      <h2 className="ow-card-title">{t('devices.kind.camera')}</h2>
      <Radio.Group
        aria-label={t('devices.kind.camera')}
        value={state.camera}
        onChange={(event: { target: { value?: unknown } }) =>
          set({ camera: event.target.value as State['camera'] })
        }
        options={(['same', 'other', 'off'] as const).map((value) => ({
          value,
          label: t(`devices.simulator.camera.${value}`),
        }))}
        style={{ marginBottom: 12 }}
      />
      <div className="ow-row" style={{ marginBottom: 16 }}>
        <Checkbox checked={state.pad} onChange={(event) => set({ pad: event.target.checked })}>
          {t('devices.kind.signaturePad')}
        </Checkbox>
        <Checkbox checked={state.printer} onChange={(event) => set({ printer: event.target.checked })}>
          {t('devices.kind.printer')}
        </Checkbox>
      </div>
      <Card title={<h2 className="ow-card-title">{t('devices.simulator.log')}</h2>}>
        {log.length === 0 ? <EmptyState text={t('devices.simulator.nothing')} /> : null}
        <ol aria-live="polite" reversed>
          {log.map((line, at) => (
            <li key={log.length - at}>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      </Card>
    </Page>
  );
}

function answer(operation: keyof typeof operations, state: State): Reply {
  const card = simulatedCards[state.card];
  const absent: Reply = { ok: false, fault: 'absent' };
  switch (operation) {
    case 'card.read': {
      if (!state.reader) return absent;
      if (card === undefined) return { ok: false, fault: 'cancelled' };
      const { hue, ...read } = card;
      return { ok: true, result: { ...read, photo: drawFace(hue) } };
    }
    case 'scanner.scan':
      if (state.pages === 0) return absent;
      return {
        ok: true,
        result: { pages: Array.from({ length: state.pages }, (_, at) => drawPage(at + 1)) },
      };
    case 'camera.photograph':
      if (state.camera === 'off') return absent;
      return { ok: true, result: drawFace(state.camera === 'same' ? (card?.hue ?? 0) : 300) };
    case 'signature.sign':
      return state.pad ? { ok: true, result: drawSignature() } : absent;
    case 'printer.print':
      return state.printer ? { ok: true, result: {} } : absent;
  }
}
