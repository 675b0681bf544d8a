import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../console/paths.ts';
import { runCommand } from '../console/runCommand.ts';

/** An entry of the field `generated` in a workspace's package.json. */
export interface Generator {
  readonly workspace: string;
  /** TypeScript file that writes the files, from the workspace's folder. */
  readonly run: string;
  /** What it writes, from the workspace's folder. */
  readonly files: readonly string[];
}

/** Every generator that a workspace declares, in the order of the workspaces in the root package.json. */
export function listGenerators(): Generator[] {
  const read = (path: string) =>
    JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, unknown>;
  return (read('package.json')['workspaces'] as string[]).flatMap((workspace) => {
    const declared = read(`${workspace}/package.json`)['generated'];
    return ((declared ?? []) as Omit<Generator, 'workspace'>[]).map((one) => ({ ...one, workspace }));
  });
}

/** Runs a generator in its workspace; gives its output when it fails. */
export async function generate({ workspace, run }: Generator): Promise<string | undefined> {
  const { status, output } = await runCommand(process.execPath, ['--import', 'tsx', run], {
    cwd: join(ROOT, workspace),
  });
  return status === 0 ? undefined : `${workspace}/${run} ended with ${status}:\n${output}`;
}

/** Regenerates every generated file and says which committed ones differ; leaves them as they were. */
export async function checkGeneratedFiles(): Promise<string | undefined> {
  const wrong: string[] = [];
  for (const generator of listGenerators()) {
    const paths = generator.files.map((file) => join(ROOT, generator.workspace, file));
    const before = paths.map(readIfThere);
    const failure = await generate(generator);
    if (failure !== undefined) wrong.push(failure);
    paths.forEach((path, index) => {
      const committed = before[index];
      if (readIfThere(path) === committed) return;
      wrong.push(`${path} is out of date: run \`npm run generate\``);
      if (committed !== undefined) writeFileSync(path, committed);
    });
  }
  return wrong.length === 0 ? undefined : wrong.join('\n');
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
