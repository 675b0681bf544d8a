/** The parts of bpmn-js and diagram-js that the designer uses; their own types leave most of it open. */
export interface BusinessObject {
  readonly $type: string;
  readonly id: string;
  readonly $parent?: BusinessObject;
  name?: string;
  get(name: string): unknown;
  $instanceOf(type: string): boolean;
}

export interface BpmnElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: BusinessObject;
  readonly parent?: BpmnElement;
  readonly incoming: readonly BpmnConnection[];
  readonly outgoing: readonly BpmnConnection[];
  readonly labelTarget?: BpmnElement;
  /** What a boundary event sits on. */
  readonly host?: BpmnElement | null;
  readonly waypoints?: readonly unknown[];
  /** Place and size of a shape; connections have none. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

export interface BpmnConnection extends BpmnElement {
  readonly source: BpmnElement;
  readonly target: BpmnElement;
}

export interface CommandContext {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The part of a drawing that is in sight. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Services {
  readonly canvas: {
    zoom(level?: number | 'fit-viewport', center?: 'auto'): number;
    scrollToElement(
      element: BpmnElement,
      padding?: number | Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>,
    ): void;
    scroll(by: { readonly dx: number; readonly dy: number }): void;
    /** `inner`: what is drawn; `outer`: the room for it, in pixels. */
    viewbox(
      box?: ViewBox,
    ): ViewBox & { readonly inner: ViewBox; readonly outer: Pick<ViewBox, 'width' | 'height'> };
    getContainer(): HTMLElement;
    addMarker(element: string, marker: string): void;
    removeMarker(element: string, marker: string): void;
    resized(): void;
    /** The group that holds the drawing, in its coordinates. */
    getActiveLayer(): SVGElement;
    getRootElement(): BpmnElement;
  };
  readonly commandStack: {
    execute(command: string, context: object): void;
    registerHandler(command: string, handler: unknown): void;
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  };
  readonly elementRegistry: {
    get(id: string): BpmnElement | undefined;
    getGraphics(id: string): SVGElement | undefined;
    filter(keep: (element: BpmnElement) => boolean): BpmnElement[];
  };
  readonly eventBus: {
    on(event: string | string[], listener: (event: ModelerEvent) => unknown): void;
    on(event: string, priority: number, listener: (event: ModelerEvent) => unknown): void;
    off(event: string | string[], listener: (event: ModelerEvent) => unknown): void;
    fire(event: string, data?: object): unknown;
  };
  readonly modeling: {
    updateProperties(element: BpmnElement, properties: Readonly<Record<string, unknown>>): void;
    connect(source: BpmnElement, target: BpmnElement, attributes?: object): BpmnElement;
    createShape(
      shape: object,
      middle: { readonly x: number; readonly y: number },
      parent: BpmnElement,
    ): BpmnElement;
    reconnectEnd(
      connection: BpmnConnection,
      target: BpmnElement,
      docking: { readonly x: number; readonly y: number },
    ): void;
    reconnectStart(
      connection: BpmnConnection,
      source: BpmnElement,
      docking: { readonly x: number; readonly y: number },
    ): void;
    moveShape(
      shape: BpmnElement,
      by: { readonly x: number; readonly y: number },
      parent: BpmnElement | undefined,
    ): void;
    updateWaypoints(
      connection: BpmnConnection,
      way: readonly { readonly x: number; readonly y: number }[],
    ): void;
    layoutConnection(connection: BpmnConnection): void;
    removeElements(elements: readonly BpmnElement[]): void;
    updateModdleProperties(
      element: BpmnElement,
      target: unknown,
      properties: Readonly<Record<string, unknown>>,
    ): void;
  };
  readonly elementFactory: {
    createShape(attributes: { readonly type: string; readonly [name: string]: unknown }): object;
  };
  readonly spaceTool: {
    calculateAdjustments(
      elements: readonly BpmnElement[],
      axis: 'x' | 'y',
      delta: number,
      start: number,
    ): { readonly movingShapes: readonly BpmnElement[]; readonly resizingShapes: readonly BpmnElement[] };
    makeSpace(
      moving: readonly BpmnElement[],
      resizing: readonly BpmnElement[],
      delta: { readonly x: number; readonly y: number },
      direction: 'e' | 'w' | 'n' | 's',
      start: number,
    ): void;
  };
  readonly copyPaste: {
    copy(elements: readonly BpmnElement[]): object;
    paste(where: {
      readonly element: BpmnElement;
      readonly point: { x: number; y: number };
    }): BpmnElement[] | undefined;
  };
  readonly autoPlace: { append(source: BpmnElement, shape: object): BpmnElement };
  readonly bpmnFactory: {
    create(type: string, properties?: Readonly<Record<string, unknown>>): BusinessObject;
  };
  readonly overlays: {
    add(element: string, type: string, overlay: object): string;
    /** By id or by what is given; undefined for an id that is not there. */
    get(id: string): object | undefined;
    remove(filter: string | { readonly type: string }): void;
  };
  readonly selection: { select(element: BpmnElement | null): void; get(): BpmnElement[] };
  readonly moddle: {
    fromXML(xml: string): Promise<{ readonly rootElement: object }>;
    toXML(element: object, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  };
  readonly minimap: { open(): void; close(): void; toggle(): void; isOpen(): boolean };
  readonly grid: { toggle(visible?: boolean): void; isVisible(): boolean };
  readonly alignElements: { trigger(elements: readonly BpmnElement[], how: string): void };
  readonly distributeElements: { trigger(elements: readonly BpmnElement[], axis: string): void };
  readonly injector: object;
  readonly searchPad: { toggle(): void };
}

export interface ModelerEvent {
  readonly newSelection?: readonly BpmnElement[];
  readonly elements?: readonly BpmnElement[];
  /** What the palette asks to add (`pack.add`). */
  readonly kind?: string;
  /** What a command was given. */
  readonly context?: { readonly said?: string };
  /** Why the stack of commands has changed (`commandStack.changed`). */
  readonly trigger?: 'execute' | 'undo' | 'redo' | 'clear';
  /** What has happened, in words (`pack.said`). */
  readonly text?: string;
}

export interface ModelerLike {
  importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml?: string }>;
  saveSVG(): Promise<{ readonly svg: string }>;
  get<K extends keyof Services>(service: K, strict?: boolean): Services[K];
  attachTo(element: HTMLElement): void;
  detach(): void;
  destroy(): void;
}
