import assert from 'node:assert/strict';
import type { PackFile } from '../catalog/model.ts';

export type Edit = readonly [path: string, find: string, put: string];

/** Files of a pack with edits, all of which must apply; without its scenarios, which are about the version they came with. */
export function edited(files: readonly PackFile[], ...edits: readonly Edit[]): PackFile[] {
  return files
    .filter(({ path }) => !path.startsWith('scenarios/'))
    .map(({ path, text }) => {
      let changed = text;
      for (const [at, find, put] of edits) {
        if (at !== path) continue;
        assert.ok(changed.includes(find), `${path}: ${find}`);
        changed = changed.replaceAll(find, put);
      }
      return { path, text: changed };
    });
}

const process = 'process.bpmn';
const manifest = 'pack.yaml';

/** The food license with a second check before the decision, shorter limits, and another certificate. */
export const withHeadCheck: readonly Edit[] = [
  [
    process,
    '<bpmn:userTask id="decide"',
    `<bpmn:userTask id="headCheck" name="复核" camunda:formKey="forms/review.json" camunda:candidateGroups="\${tenant}:\${decidingDepartment}:approver">
      <bpmn:incoming>decisionEntryToDecide</bpmn:incoming>
      <bpmn:outgoing>headCheckToDecide</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="headCheckToDecide" sourceRef="headCheck" targetRef="decide" />
    <bpmn:userTask id="decide"`,
  ],
  [
    process,
    '<bpmn:incoming>decisionEntryToDecide</bpmn:incoming>\n      <bpmn:outgoing>decideTo',
    '<bpmn:incoming>headCheckToDecide</bpmn:incoming>\n      <bpmn:outgoing>decideTo',
  ],
  [
    process,
    'sourceRef="decisionEntry" targetRef="decide"',
    'sourceRef="decisionEntry" targetRef="headCheck"',
  ],
  [
    process,
    '<bpmndi:BPMNShape id="decide_di"',
    '<bpmndi:BPMNShape id="headCheck_di" bpmnElement="headCheck"><dc:Bounds x="100" y="600" width="100" height="80" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id="headCheckToDecide_di" bpmnElement="headCheckToDecide"><di:waypoint x="200" y="640" /><di:waypoint x="300" y="640" /></bpmndi:BPMNEdge><bpmndi:BPMNShape id="decide_di"',
  ],
  [
    manifest,
    '  decide:\n    name:',
    `  headCheck:
    name: {zh-CN: 复核, en: Second check}
    form: forms/review.json
    role: approver
    limit: 1 workday
    outcomes:
      - {key: pass, name: {zh-CN: 同意, en: Agree}, kind: forward}
  decide:
    name:`,
  ],
  [
    manifest,
    'role: approver\n    limit: 2 workday\n    outcomes:\n      - {key: pass, name: {zh-CN: 审查通过',
    'role: approver\n    limit: 1 workday\n    outcomes:\n      - {key: pass, name: {zh-CN: 审查通过',
  ],
  [manifest, 'promised: 8 workday', 'promised: 6 workday'],
  ['license.yaml', 'label: 经营场所,', 'label: 经营场所（新版）,'],
];

/** The review is called `examine` now: another element, for the engine. */
export const withExamine: readonly Edit[] = [
  [process, 'id="review"', 'id="examine"'],
  [process, 'sourceRef="review"', 'sourceRef="examine"'],
  [process, 'targetRef="review"', 'targetRef="examine"'],
  [process, 'bpmnElement="review"', 'bpmnElement="examine"'],
  [manifest, '\n  review:\n', '\n  examine:\n'],
  [manifest, '{zh-CN: 材料审查, en: Review of materials}', '{zh-CN: 材料核验, en: Examination}'],
];

/** The application asks for something that nobody was asked before. */
export const withNewQuestion: readonly Edit[] = [
  [
    'forms/application-new.json',
    '"components": [\n    {\n      "type": "panel",\n      "key": "operatorPanel",',
    '"components": [\n{"type": "textfield", "key": "emergencyContact", "label": "应急联系人", "properties": {"en": "Emergency contact"}, "input": true, "validate": {"required": true}},\n    {\n      "type": "panel",\n      "key": "operatorPanel",',
  ],
];

/** After so many days at the review the decision is due at once. */
export function withTimer(days: number): readonly Edit[] {
  return [
    [
      process,
      '<bpmn:exclusiveGateway id="reviewResult"',
      `<bpmn:boundaryEvent id="late" name="审查过久" attachedToRef="review"><bpmn:outgoing>lateToDecision</bpmn:outgoing><bpmn:timerEventDefinition id="lateTimer"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P${days}D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="lateToDecision" sourceRef="late" targetRef="decisionEntry" />
    <bpmn:exclusiveGateway id="reviewResult"`,
    ],
    [
      process,
      '<bpmn:exclusiveGateway id="decisionEntry">',
      '<bpmn:exclusiveGateway id="decisionEntry"><bpmn:incoming>lateToDecision</bpmn:incoming>',
    ],
    [
      process,
      '<bpmndi:BPMNShape id="decide_di"',
      '<bpmndi:BPMNShape id="late_di" bpmnElement="late"><dc:Bounds x="100" y="700" width="36" height="36" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id="lateToDecision_di" bpmnElement="lateToDecision"><di:waypoint x="136" y="718" /><di:waypoint x="300" y="718" /></bpmndi:BPMNEdge><bpmndi:BPMNShape id="decide_di"',
    ],
  ];
}
