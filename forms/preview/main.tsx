import { createRoot } from 'react-dom/client';
import { createRef, useState } from 'react';
import { FormView, type FormViewHandle } from '@onewindow/forms/browser';
import food from '../../processes/scjg-food/forms/application-new.json';
import insp from '../../processes/scjg-food/forms/inspection.json';
import mzj from '../../processes/mzj-elderly-subsidy/forms/application.json';
const q = new URLSearchParams(location.search);
const form = ({ food, insp, mzj } as any)[q.get('form') ?? 'food'];
const r = createRef<FormViewHandle>();
function App() {
  const [data, setData] = useState<any>(q.get('data') ? JSON.parse(q.get('data')!) : {});
  return <><FormView ref={r} form={form} data={data} mode={(q.get('mode') as any) ?? 'edit'} locale={(q.get('locale') as any) ?? 'zh-CN'}
    upload={async (f) => ({ id: 'x' + f.size, name: f.name, size: f.size, mediaType: f.type || 'image/png' })} fileAddress={(f) => '/f/' + f.id}
    onChange={(d) => { (window as any).changed = d; (window as any).changes = ((window as any).changes ?? 0) + 1; setData(d); }} /><button id="v" onClick={() => { (window as any).found = r.current!.validate(); }}>检查</button></>;
}
(window as any).handle = r;
createRoot(document.getElementById('root')!).render(<App />);
