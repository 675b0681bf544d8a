// Shapes of the HTTP API, version 1, that all domains use. Instants are ISO 8601 with offset; days are `YYYY-MM-DD` of Shanghai.

/** A text in both languages of the product. */
export interface Text {
  'zh-CN': string;
  en: string;
}
export type Role =
  | 'clerk'
  | 'approver'
  | 'head'
  | 'designer'
  | 'supervisor'
  | 'admin'
  | 'operator'
  | 'shiftChief'
  | 'dispatcher'
  | 'gridWorker'
  | 'expert'
  | 'hallManager';
export type Level = 'district' | 'town' | 'village';
export interface NamedRef {
  id: string;
  name: string;
}
export interface Department extends NamedRef {
  level: Level;
}
export interface User {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  department: Department;
  /** The department pays benefits. */
  paysBenefits: boolean;
}
export interface Session {
  user: User | null;
  csrfToken: string;
  profile?: 'dev' | 'prod';
  serverTime?: string;
}
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface FieldError {
  path?: string;
  pointer?: string;
  message: string;
  rule?: string;
}
/** Form.io definition and data as they travel: opaque to the consoles. */
export interface FormDefinition {
  readonly components: readonly unknown[];
  readonly [key: string]: unknown;
}
export type FormData = Record<string, unknown>;
export type LightColour = 'green' | 'yellow' | 'red' | 'paused' | 'doneOnTime' | 'doneLate';
export interface Outcome {
  key: string;
  name: Text;
  kind: 'forward' | 'back' | 'grant' | 'refuse';
  commentRequired?: boolean;
  /** A decision of its own: the officer authenticates again. */
  authenticates?: boolean;
}
