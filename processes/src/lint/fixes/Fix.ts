import type { PackFiles } from '../../pack/packFiles.ts';
import type { Text } from '../../schema/text.ts';

/** Place in a YAML file: keys and list positions. */
export type YamlPlace = readonly (string | number)[];

/** One change of one file. An editor that holds the process as a diagram carries `attributes` out there. */
export type FixEdit =
  | { readonly kind: 'yaml'; readonly file: string; readonly path: YamlPlace; readonly value: unknown }
  /** Attributes of a BPMN or DMN element by its id; prefix `camunda:` whatever the file calls it. `id` renames. */
  | {
      readonly kind: 'attributes';
      readonly file: string;
      readonly element: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  /** The whole text anew; undefined deletes the file. */
  | { readonly kind: 'file'; readonly file: string; readonly text: string | undefined };

export interface Fix {
  /** What will be done, in the words of a button. */
  readonly label: Text;
  readonly edits: readonly FixEdit[];
  /**
   * There is one answer and nothing is lost: may be done without asking. Otherwise it is the usual answer among several (deleting what
   * is not used, say) and a person decides.
   */
  readonly sure: boolean;
}

/** The little of a finding that fixes look at. */
export interface Fixable {
  readonly code: string;
  readonly file: string;
  readonly element?: string | undefined;
  readonly path?: string | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** Finds the fix of a finding of one code in the files that were linted; null: here there is none. */
export type Fixer = (finding: Fixable, files: PackFiles) => Fix | null;
