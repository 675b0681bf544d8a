/// <reference path="../bpmn/moddle.d.ts" />
import { Linter } from 'bpmnlint';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver.js';
import adHocSubProcess from 'bpmnlint/rules/ad-hoc-sub-process.js';
import endEventRequired from 'bpmnlint/rules/end-event-required.js';
import eventBasedGateway from 'bpmnlint/rules/event-based-gateway.js';
import eventSubProcess from 'bpmnlint/rules/event-sub-process-typed-start-event.js';
import type { Rule, Visit } from 'bpmnlint/rules/fake-join.js';
import fakeJoin from 'bpmnlint/rules/fake-join.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import linkEvent from 'bpmnlint/rules/link-event.js';
import noComplexGateway from 'bpmnlint/rules/no-complex-gateway.js';
import noDisconnected from 'bpmnlint/rules/no-disconnected.js';
import noDuplicateFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork.js';
import noImplicitEnd from 'bpmnlint/rules/no-implicit-end.js';
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split.js';
import noImplicitStart from 'bpmnlint/rules/no-implicit-start.js';
import noInclusiveGateway from 'bpmnlint/rules/no-inclusive-gateway.js';
import noOverlapping from 'bpmnlint/rules/no-overlapping-elements.js';
import singleBlankStart from 'bpmnlint/rules/single-blank-start-event.js';
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js';
import startEventRequired from 'bpmnlint/rules/start-event-required.js';
import subProcessStart from 'bpmnlint/rules/sub-process-blank-start-event.js';
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js';
import superfluousTermination from 'bpmnlint/rules/superfluous-termination.js';
import type { BpmnFile, ModdleElement } from '../bpmn/readBpmn.ts';
import messages from './bpmnlint-messages.json' with { type: 'json' };
import type { Finding } from './Finding.ts';
import { nameOfId } from './nameOf.ts';

/** Recommended rules that our own do not already cover better (conditions, diagram). */
const rules = {
  'ad-hoc-sub-process': adHocSubProcess,
  'end-event-required': endEventRequired,
  'event-based-gateway': eventBasedGateway,
  'event-sub-process-typed-start-event': eventSubProcess,
  'fake-join': fakeJoin,
  'label-required': labelRequired,
  'link-event': linkEvent,
  'no-complex-gateway': noComplexGateway,
  'no-disconnected': noDisconnected,
  'no-duplicate-sequence-flows': noDuplicateFlows,
  'no-gateway-join-fork': noGatewayJoinFork,
  'no-implicit-end': noImplicitEnd,
  'no-implicit-split': noImplicitSplit,
  'no-implicit-start': noImplicitStart,
  'no-inclusive-gateway': noInclusiveGateway,
  'no-overlapping-elements': noOverlapping,
  'single-blank-start-event': singleBlankStart,
  'single-event-definition': singleEventDefinition,
  'start-event-required': startEventRequired,
  'sub-process-blank-start-event': subProcessStart,
  'superfluous-gateway': superfluousGateway,
  'superfluous-termination': superfluousTermination,
} satisfies Record<keyof typeof messages, () => Rule>;

const names = Object.keys(rules) as (keyof typeof rules)[];

/** Where the rules report to, by name of the rule. */
type Reports = Map<string, { readonly id?: string; readonly message: string }[]>;

/** All rules as one, so that the model is walked once and not once a rule; they look at no part of the drawing by itself. */
function allRules(reports: Reports): () => Rule {
  const parts = names.map((name) => {
    const { check } = rules[name]();
    const found: { id?: string; message: string }[] = [];
    reports.set(name, found);
    const visits = typeof check === 'function' ? { enter: check } : check;
    const reporter = { report: (id: string, message: string) => void found.push({ id, message }) };
    return { ...visits, found, reporter, skipped: null as ModdleElement | null };
  });
  type Part = (typeof parts)[number];
  const failed = new Set<Part>();
  const visit = (part: Part, look: Visit, node: ModdleElement): unknown => {
    try {
      return look(node, part.reporter);
    } catch (error) {
      // As the linter does: what a rule cannot read is a finding of that rule.
      failed.add(part);
      part.found.push({ message: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  return () => ({
    check: {
      enter: (node) => {
        if (node.$type.startsWith('bpmndi:')) return false;
        for (const part of parts) {
          if (part.enter === undefined || part.skipped !== null || failed.has(part)) continue;
          if (visit(part, part.enter, node) === false) part.skipped = node;
        }
        return undefined;
      },
      leave: (node) => {
        for (const part of parts) {
          if (part.skipped === node) part.skipped = null;
          if (part.leave !== undefined && part.skipped === null && !failed.has(part))
            visit(part, part.leave, node);
        }
      },
    },
  });
}

/** Findings of bpmnlint, with code `bpmnlint/<rule>`. */
export async function runBpmnlint(file: string, bpmn: BpmnFile): Promise<Finding[]> {
  const reports: Reports = new Map();
  // Rules keep what they have seen: a second file would be compared with the first.
  const resolver = new StaticResolver({ 'rule:bpmnlint/all': allRules(reports) });
  await new Linter({ config: { rules: { all: 'error' } }, resolver }).lint(bpmn.definitions);
  return names.flatMap((name) =>
    (reports.get(name) ?? []).map(({ id, message }): Finding => {
      const { severity, zh, help } = messages[name];
      const known = bpmn.processes.flatMap((process) => nameOfId(id ?? '', process) ?? [])[0] ?? id;
      const words = typeof known === 'object' ? known : { 'zh-CN': known, en: known };
      return {
        code: `bpmnlint/${name}`,
        severity: severity === 'warning' ? 'warning' : 'error',
        file,
        ...(id ? { element: id } : {}),
        zh: id ? `${zh}（${words['zh-CN']}）` : zh,
        en: id ? `${message} (${words.en})` : message,
        help,
      };
    }),
  );
}
