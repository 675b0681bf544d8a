import './provideGlobal.ts';

export type {
  FieldProblem,
  FileReference,
  FormData,
  FormDefinition,
  Locale,
} from '../model/formDefinition.ts';
export { FormView, type FormViewHandle, type FormViewProps } from './FormView.tsx';
export type { ShownProblem } from './markProblems.ts';
