/** The little that is used of `bpmn-js-differ` and `saxen`, which bring no types. */
declare module 'bpmn-js-differ' {
  import type { ModdleElement } from '../bpmn/moddleElement.ts';

  export interface BpmnDiff {
    readonly _added: Readonly<Record<string, ModdleElement>>;
    readonly _removed: Readonly<Record<string, ModdleElement>>;
    readonly _changed: Readonly<Record<string, { readonly attrs: Readonly<Record<string, unknown>> }>>;
    readonly _layoutChanged: Readonly<Record<string, ModdleElement>>;
  }
  export function diff(before: ModdleElement, after: ModdleElement): BpmnDiff;
}

// As engine/src/noCode/saxen.d.ts has it: where both are compiled, either may be the one that counts.
declare module 'saxen' {
  type Decode = (text: string) => string;
  type Context = () => { data: string; line: number; column: number };
  export class Parser {
    on(event: 'error' | 'warn', handler: (error: Error) => void): this;
    on(event: 'attention', handler: (text: string) => void): this;
    on(
      event: 'openTag',
      handler: (
        name: string,
        attributes: () => Record<string, string> | undefined,
        decode: Decode,
        selfClosing: boolean,
        context: Context,
      ) => void,
    ): this;
    on(event: 'closeTag', handler: (name: string) => void): this;
    on(event: 'text', handler: (text: string, decode: Decode) => void): this;
    on(event: 'comment', handler: (text: string) => void): this;
    on(event: 'cdata', handler: (text: string) => void): this;
    parse(xml: string): this;
  }
}
