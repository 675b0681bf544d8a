import { useNavigate, useSearchParams } from 'react-router';
import { ViewPicker } from '../inbox/ViewPicker.tsx';
import { drills } from './useDrill.ts';

/** What a view of the cockpit keeps of its address; the filters of findings and the like are not part of it. */
const kept = ['tab', 'shape', 'tier', 'pack', 'version', 'span', 'from', 'to', ...drills] as const;

/** Saved views of the cockpit: the tab, the list behind a number, the span of days. */
export function CockpitViews() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const query: Record<string, string> = {};
  for (const key of kept) {
    const value = search.get(key);
    if (value !== null && value !== '') query[key] = value;
  }
  return (
    <ViewPicker
      place="cockpit"
      query={query}
      columns={[]}
      onChoose={(view) => navigate(`/supervision?${new URLSearchParams(view.query)}`)}
    />
  );
}
