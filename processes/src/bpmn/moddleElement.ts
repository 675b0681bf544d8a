/** An element as the BPMN and DMN readers give it: typed properties, foreign attributes in `$attrs`. */
export interface ModdleElement {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, string>>;
  readonly $instanceOf?: (type: string) => boolean;
  readonly id?: string;
  readonly name?: string;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
}
