export { PackDesigner } from './PackDesigner.tsx';
export type { Finding, Locale, PackDesignerProps, PackFile, PublishOutcome } from './model/packFiles.ts';
