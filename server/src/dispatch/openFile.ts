import { type ActContext, type ActVariables, writeFile } from './actContext.ts';
import { reclassify } from './reclassify.ts';

/** 立案: the report is a case file from now on. */
export function openFile(context: ActContext): ActVariables {
  reclassify(context);
  writeFile(context, { openedAt: context.change.now });
  context.change.event('fileOpened', {});
  return {};
}
