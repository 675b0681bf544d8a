import { readMinimalPack } from '@onewindow/processes';

/** A pack file as the API takes it. */
interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** One unit of the long flow: a step, a branch, two steps, the end of the branch. */
const NODES_A_UNIT = 5;
const UNITS_A_ROW = 10;
const UNIT_WIDTH = 620;
const ROW_HEIGHT = 260;

/**
 * The minimal pack with a long flow before its decision: `nodes` more elements (rounded up to five) and their flows, every one drawn,
 * every step with form, role, limit and outcomes.
 */
export async function bigFlowPack(packCode: string, nodes: number): Promise<PackFile[]> {
  const units = Math.ceil(nodes / NODES_A_UNIT);
  const files = Object.entries(await readMinimalPack()).map(([path, text]) => ({
    path,
    text: path.endsWith('.bpmn') || path === 'pack.yaml' ? text.replaceAll(/\bminimal\b/g, packCode) : text,
  }));
  return files.map(({ path, text }) => {
    if (path === 'pack.yaml') return { path, text: text.replace('\nsteps:\n', `\nsteps:\n${steps(units)}`) };
    if (path === 'process.bpmn') return { path, text: insertUnits(text, units) };
    return { path, text };
  });
}

function steps(units: number): string {
  return each(units, (at) =>
    ['s', 'a', 'b']
      .map(
        (letter) => `  ${letter}${at}:
    name: {zh-CN: 审查第${at}段${letter}, en: Review ${at} ${letter}}
    form: forms/decision.json
    role: approver
    limit: 1 workday
    outcomes:
      - {key: pass, name: {zh-CN: 通过, en: Pass}, kind: forward}
${letter === 's' ? '      - {key: doubt, name: {zh-CN: 存疑, en: Doubt}, kind: forward}\n' : ''}`,
      )
      .join(''),
  );
}

function insertUnits(bpmn: string, units: number): string {
  const last = `j${units - 1}`;
  return bpmn
    .replace('sourceRef="accepted" targetRef="decide"', 'sourceRef="accepted" targetRef="s0"')
    .replace(
      '<bpmn:incoming>acceptedToDecide</bpmn:incoming>',
      `<bpmn:incoming>${last}ToDecide</bpmn:incoming>`,
    )
    .replace(
      '<bpmn:sequenceFlow id="acceptedToDecide"',
      (found) => `${each(units, (at) => unit(at, units))}    ${found}`,
    )
    .replace(
      '<di:waypoint x="216" y="218" />\n        <di:waypoint x="280" y="218" />',
      '<di:waypoint x="198" y="236" />\n        <di:waypoint x="198" y="580" />',
    )
    .replace('</bpmndi:BPMNPlane>', (found) => `${each(units, (at) => drawnUnit(at, units))}${found}`);
}

const next = (at: number, units: number) => (at === units - 1 ? 'decide' : `s${at + 1}`);

function unit(at: number, units: number): string {
  const task = (id: string, incoming: string, outgoing: string) =>
    `    <bpmn:userTask id="${id}${at}" name="审查第${at}段${id}" camunda:formKey="forms/decision.json" camunda:candidateGroups="\${tenant}:\${department}:approver"><bpmn:incoming>${incoming}</bpmn:incoming><bpmn:outgoing>${outgoing}</bpmn:outgoing></bpmn:userTask>\n`;
  const flow = (id: string, source: string, target: string, condition = '') =>
    `    <bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"${condition === '' ? ' />' : `><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`}\n`;
  const before = at === 0 ? 'acceptedToDecide' : `j${at - 1}ToS${at}`;
  const after = at === units - 1 ? `j${at}ToDecide` : `j${at}ToS${at + 1}`;
  return [
    task('s', before, `s${at}ToX`),
    `    <bpmn:exclusiveGateway id="x${at}" name="第${at}段结论？" default="x${at}ToB"><bpmn:incoming>s${at}ToX</bpmn:incoming><bpmn:outgoing>x${at}ToA</bpmn:outgoing><bpmn:outgoing>x${at}ToB</bpmn:outgoing></bpmn:exclusiveGateway>\n`,
    task('a', `x${at}ToA`, `a${at}ToJ`),
    task('b', `x${at}ToB`, `b${at}ToJ`),
    `    <bpmn:exclusiveGateway id="j${at}"><bpmn:incoming>a${at}ToJ</bpmn:incoming><bpmn:incoming>b${at}ToJ</bpmn:incoming><bpmn:outgoing>${after}</bpmn:outgoing></bpmn:exclusiveGateway>\n`,
    flow(`s${at}ToX`, `s${at}`, `x${at}`),
    flow(`x${at}ToA`, `x${at}`, `a${at}`, `\${outcome == 'pass'}`),
    flow(`x${at}ToB`, `x${at}`, `b${at}`),
    flow(`a${at}ToJ`, `a${at}`, `j${at}`),
    flow(`b${at}ToJ`, `b${at}`, `j${at}`),
    flow(after, `j${at}`, next(at, units)),
  ].join('');
}

function drawnUnit(at: number, units: number): string {
  const x = 180 + (at % UNITS_A_ROW) * UNIT_WIDTH;
  const y = 520 + Math.floor(at / UNITS_A_ROW) * ROW_HEIGHT;
  const shape = (id: string, left: number, top: number, width: number, height: number) =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${left}" y="${top}" width="${width}" height="${height}" /></bpmndi:BPMNShape>\n`;
  const edge = (id: string, points: readonly (readonly [number, number])[]) =>
    `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([px, py]) => `<di:waypoint x="${px}" y="${py}" />`).join('')}</bpmndi:BPMNEdge>\n`;
  const line = y + 100;
  const after = at === units - 1 ? `j${at}ToDecide` : `j${at}ToS${at + 1}`;
  const wraps = (at + 1) % UNITS_A_ROW === 0;
  const out: readonly (readonly [number, number])[] =
    at === units - 1
      ? [
          [x + 495, line - 25],
          [x + 495, 340],
          [330, 340],
          [330, 258],
        ]
      : wraps
        ? [
            [x + 495, line + 25],
            [x + 495, line + 125],
            [160, line + 125],
            [160, line + ROW_HEIGHT],
            [180, line + ROW_HEIGHT],
          ]
        : [
            [x + 520, line],
            [x + UNIT_WIDTH, line],
          ];
  return [
    shape(`s${at}`, x, line - 40, 100, 80),
    shape(`x${at}`, x + 160, line - 25, 50, 50),
    shape(`a${at}`, x + 290, y, 100, 80),
    shape(`b${at}`, x + 290, y + 120, 100, 80),
    shape(`j${at}`, x + 470, line - 25, 50, 50),
    edge(`s${at}ToX`, [
      [x + 100, line],
      [x + 160, line],
    ]),
    edge(`x${at}ToA`, [
      [x + 185, line - 25],
      [x + 185, y + 40],
      [x + 290, y + 40],
    ]),
    edge(`x${at}ToB`, [
      [x + 185, line + 25],
      [x + 185, y + 160],
      [x + 290, y + 160],
    ]),
    edge(`a${at}ToJ`, [
      [x + 390, y + 40],
      [x + 495, y + 40],
      [x + 495, line - 25],
    ]),
    edge(`b${at}ToJ`, [
      [x + 390, y + 160],
      [x + 495, y + 160],
      [x + 495, line + 25],
    ]),
    edge(after, out),
  ].join('');
}

function each(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join('');
}
