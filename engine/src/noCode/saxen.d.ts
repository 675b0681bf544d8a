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
