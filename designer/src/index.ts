export type { PackComments, PackThread } from './comments/PackComments.ts';
export type { DesignerHandle } from './DesignerHandle.ts';
export type { DocumentPreview, HostServices, LicensePreview, PackDirectory } from './model/hostServices.ts';
export type { Finding, Locale, PackDesignerProps, PackFile, PublishOutcome } from './model/packFiles.ts';
export { PackDesigner } from './PackDesigner.tsx';
export type { RunScenarios, ScenarioReport } from './scenarios/ScenarioReport.ts';
export type { LintRules } from './worker/messages.ts';
