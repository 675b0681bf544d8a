import './provideGlobal.ts';

export type {
  FieldProblem,
  FileReference,
  FormData,
  FormDefinition,
  Locale,
} from '../model/formDefinition.ts';
export { FormView, type FormViewHandle, type FormViewProps } from './FormView.tsx';
export {
  type FileHost,
  type FormHost,
  type LicenseChoice,
  type PhotoFacts,
  type UploadedFile,
  UploadRefused,
} from './fileHost.ts';
export type { ShownProblem } from './markProblems.ts';
