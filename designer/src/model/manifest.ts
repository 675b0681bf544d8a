import { editYamlPart, readYamlParts } from '@onewindow/processes/yaml';
import { type Document, isMap, parseDocument, visit } from 'yaml';

export interface Text {
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface Outcome {
  readonly key: string;
  readonly name: Text;
  readonly kind: 'forward' | 'back' | 'grant' | 'refuse';
  readonly commentRequired?: boolean;
}

/** A process variable taken from a form; `from` is the pointer of the field. */
export interface ManifestVariable {
  readonly name: string;
  readonly type: string;
  readonly from?: string;
  /** Another day, of the form (`/x`) or of an earlier one (`intake:/x`, `step.review:/x`): the variable counts the days from it. */
  readonly daysFrom?: string;
  /** The variable counts the days from that of receipt, or that on which the form is handed in, to that of `from`. */
  readonly daysSince?: 'receipt' | 'today';
  /** Calendar days where it is left out. */
  readonly daysIn?: DaysIn;
  readonly default?: string | number | boolean;
}

export type DaysIn = 'day' | 'workday';

export interface Step {
  readonly name?: Text;
  readonly form?: string;
  readonly role?: string;
  readonly level?: string;
  readonly limit?: string;
  readonly outcomes?: readonly Outcome[];
  readonly decision?: boolean;
  readonly batch?: boolean;
  /** Who may not do it: those who worked on any other step, or on the steps named. */
  readonly fourEyes?: boolean | readonly string[];
  /** Done by whoever did this earlier step, or `intake`. */
  readonly samePersonAs?: string;
  /** What goes up at once. */
  readonly escalate?: readonly { readonly when: string; readonly toRole: string }[];
  readonly variables?: readonly ManifestVariable[];
}

/** The part of pack.yaml that the designer shows; everything is optional because the text may be half written. */
export interface Manifest {
  readonly name?: Text;
  readonly aliases?: readonly string[];
  readonly department?: string;
  readonly operations?: readonly {
    readonly key: string;
    readonly name: Text;
    readonly intakeForm?: string;
  }[];
  readonly limits?: Readonly<Record<string, unknown>>;
  readonly materials?: readonly { readonly key: string; readonly name: Text }[];
  readonly refusalReasons?: readonly { readonly key: string; readonly text: Text }[];
  readonly intakeVariables?: readonly ManifestVariable[];
  readonly steps?: Readonly<Record<string, Step>>;
  readonly documents?: Readonly<
    Record<
      string,
      {
        readonly title?: Text;
        readonly body?: Text;
        readonly signatures?: readonly { readonly label?: Text; readonly from?: string }[];
      }
    >
  >;
}

export const MANIFEST = 'pack.yaml';
export const PROCESS = 'process.bpmn';

export type YamlPath = readonly (string | number)[];

/** The text that was read last: a long pack.yaml takes a tenth of a second, and one edit asks for it several times. */
let last: { readonly text: string; readonly manifest: Manifest } = { text: '', manifest: {} };

/** What pack.yaml says; an empty manifest where it cannot be read. */
export function readManifest(text: string): Manifest {
  if (last.text !== text) last = { text, manifest: parseManifest(text) };
  return last.manifest;
}

function parseManifest(text: string): Manifest {
  const parts = readYamlParts(text);
  if (parts !== undefined) return parts;
  const document = parseDocument(text);
  if (document.errors.length > 0) return {};
  const value: unknown = document.toJS();
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** First thing that is wrong with a YAML text, or null. */
export function yamlProblem(text: string): string | null {
  return parseDocument(text).errors[0]?.message ?? null;
}

/**
 * pack.yaml with one value changed (undefined removes it); comments, order and the style of everything else stay.
 * Throws Error when the text is not YAML.
 */
export function editManifest(text: string, path: YamlPath, value: unknown): string {
  return editYamlPart(text, path, (part, place) => {
    const document = parseDocument(part, { keepSourceTokens: true });
    if (document.errors.length > 0) throw new Error(document.errors[0]?.message);
    if (value === undefined) document.deleteIn(place);
    else document.setIn(place, flowLike(document, place, value));
    return document.toString({ lineWidth: 0, flowCollectionPadding: false });
  });
}

/** Small objects in one line, as packs are written. */
function flowLike(document: Document, path: YamlPath, value: unknown): unknown {
  const old = document.getIn(path, true);
  const isScalar = typeof value !== 'object' || value === null;
  if (isScalar) return value;
  const node = document.createNode(value);
  visit(node, {
    Map: (_key, inner) => {
      if (JSON.stringify(inner.toJSON()).length < 90) inner.flow = true;
    },
  });
  if (isMap(node) && isMap(old) && old.flow === true) node.flow = true;
  return node;
}
