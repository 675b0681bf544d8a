export type { HostServices, LicensePreview, PackDirectory } from './model/hostServices.ts';
export type { Finding, Locale, PackDesignerProps, PackFile, PublishOutcome } from './model/packFiles.ts';
export { PackDesigner } from './PackDesigner.tsx';
