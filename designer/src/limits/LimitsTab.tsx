import { CaseLimits } from './CaseLimits.tsx';
import { EscalationEditor } from './EscalationEditor.tsx';
import { ItemLimits } from './ItemLimits.tsx';
import { PlanSection } from './PlanSection.tsx';
import { ProcedureEditor } from './ProcedureEditor.tsx';
import { StepLimits } from './StepLimits.tsx';
import './limits.css';

/** Limits of the item and its steps: seen as a picture with real dates, and edited. */
export default function LimitsTab() {
  return (
    <div className="owd-main owd-limits">
      <PlanSection />
      <div className="owd-halves">
        <div>
          <ItemLimits />
          <EscalationEditor />
        </div>
        <div>
          <StepLimits />
          <CaseLimits />
          <ProcedureEditor />
        </div>
      </div>
    </div>
  );
}
