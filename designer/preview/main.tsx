import { createRoot } from 'react-dom/client';
import { useState } from 'react';
import { ConfigProvider } from 'antd';
import { PackDesigner } from '@onewindow/designer';
const q = new URLSearchParams(location.search);
const raw = import.meta.glob('../../processes/mzj-elderly-subsidy/**/*', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const files0 = Object.entries(raw).map(([p, text]) => ({ path: p.replace('../../processes/mzj-elderly-subsidy/', ''), text }));
function App() {
  const [files] = useState(files0);
  const w = window as any; w.original = files0;
  return <ConfigProvider csp={{ nonce: 'abc' }}><div style={{ height: '100%' }}><PackDesigner packCode="mzj-elderly-subsidy" files={files} locale={(q.get('locale') as any) ?? 'zh-CN'} readOnly={q.has('read')}
    onLint={async (f) => { w.linted = (w.linted ?? 0) + 1; const x = f.find((e) => e.path === 'process.bpmn')!.text; return x.includes('homeVisit"') && !x.includes('name="入户核实"') ? [{ code: 'x', severity: 'warning', file: 'process.bpmn', element: 'homeVisit', zh: '“入户调查”没有说明两人入户', en: 'x' }, { code: 'y', severity: 'warning', file: 'forms/approval.json', zh: '表单没有英文', en: 'y' }] : []; }}
    onPublish={async (f, n) => { w.published = { f, n }; return n.includes('拒绝') ? { ok: false, message: '引擎拒绝', findings: [{ code: 'z', severity: 'error', file: 'process.bpmn', element: 'townReview', zh: '引擎：任务没有表单', en: 'z' }] } : { ok: true, version: 2 }; }}
    onChange={(f) => { w.changed = f; }} onDirtyChange={(d) => { w.dirty = d; }} cspNonce="abc" /></div></ConfigProvider>;
}
createRoot(document.getElementById('root')!).render(<App />);
