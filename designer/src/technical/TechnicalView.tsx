import { useEffect, useRef } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { attachTechnical } from './attachTechnical.ts';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import './technical.css';

/** All technical properties of the selected element, for those who know BPMN and the engine. Loaded when it is asked for. */
export default function TechnicalView() {
  const { editor } = useDesigning();
  const box = useRef<HTMLDivElement>(null);
  const { modeler } = editor;
  useEffect(() => (box.current === null ? undefined : attachTechnical(modeler, box.current)), [modeler]);
  return <div className="owd-technical" ref={box} />;
}
