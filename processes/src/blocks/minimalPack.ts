import type { PackFiles } from '../pack/packFiles.ts';

/** The least that a pack may be: received, decided, ended. A start for trying blocks and imports. */
export function minimalPack(packCode: string, kind: 'approval' | 'benefit' = 'approval'): PackFiles {
  const rules = kind === 'benefit' ? ['行政给付', 'own-rules'] : ['行政许可', 'administrative-license'];
  const form = (title: string, key: string, label: string) =>
    `${JSON.stringify({ title, display: 'form', type: 'form', properties: { en: title }, components: [{ type: 'textarea', key, label, input: true, validate: { required: true, maxLength: 500 }, properties: { en: key } }] }, null, 2)}\n`;
  const shape = (id: string, x: number, y: number, width: number, height: number) =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  const edge = (id: string, ...points: readonly (readonly [number, number])[]) =>
    `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
  return {
    'pack.yaml': `schemaVersion: 1
packCode: ${packCode}
name: {zh-CN: 最小事项, en: Least item}
kind: ${kind}
powerType: ${rules[0]}
codes: {basicCode: '000131016000', implementationCode: '11110115900000014700013101600001', handlingItemCode: '1111011590000001470001310160000101'}
department: scjg
ruleSet: ${rules[1]}
limits: # of the law
  statutory: {limit: 20 workday, cite: 《中华人民共和国行政许可法》第四十二条}
  promised: 15 workday
operations:
  - {key: new, name: {zh-CN: 新办, en: New}, intakeForm: forms/application.json, materials: [], licenseAction: none}
steps:
  decide:
    name: {zh-CN: 审批决定, en: Decision}
    form: forms/decide.json
    role: approver
    limit: 2 workday
    decision: true
    outcomes:
      - {key: grant, name: {zh-CN: 准予, en: Grant}, kind: grant}
      - {key: refuse, name: {zh-CN: 不予, en: Refuse}, kind: refuse, commentRequired: true}
`,
    'forms/application.json': form('申请表', 'matter', '申请事项'),
    'forms/decide.json': form('决定', 'reason', '理由'),
    'process.bpmn': `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions-${packCode}" targetNamespace="urn:onewindow:processes">
  <bpmn:process id="${packCode}" name="最小事项" isExecutable="true" camunda:historyTimeToLive="P180D" camunda:isStartableInTasklist="false">
    <bpmn:startEvent id="accepted" name="已受理" />
    <bpmn:userTask id="decide" name="审批决定" camunda:formKey="forms/decide.json" camunda:candidateGroups="\${tenant}:\${department}:approver" />
    <bpmn:exclusiveGateway id="decisionResult" name="审批决定？" default="toRefused" />
    <bpmn:endEvent id="granted" name="准予" />
    <bpmn:endEvent id="refused" name="不予" />
    <bpmn:sequenceFlow id="toDecide" sourceRef="accepted" targetRef="decide" />
    <bpmn:sequenceFlow id="toResult" sourceRef="decide" targetRef="decisionResult" />
    <bpmn:sequenceFlow id="toGranted" name="准予" sourceRef="decisionResult" targetRef="granted">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${outcome == 'grant'}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="toRefused" name="不予" sourceRef="decisionResult" targetRef="refused" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${packCode}">
      ${shape('accepted', 150, 202, 36, 36)}
      ${shape('decide', 280, 180, 100, 80)}
      ${shape('decisionResult', 445, 195, 50, 50)}
      ${shape('granted', 600, 202, 36, 36)}
      ${shape('refused', 600, 402, 36, 36)}
      ${edge('toDecide', [186, 220], [280, 220])}
      ${edge('toResult', [380, 220], [445, 220])}
      ${edge('toGranted', [495, 220], [600, 220])}
      ${edge('toRefused', [470, 245], [470, 420], [600, 420])}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`,
  };
}
