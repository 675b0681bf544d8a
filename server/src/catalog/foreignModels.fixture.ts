import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** BPMN files of other tools: those of processes/fixtures/foreign and of the folder that FOREIGN_MODELS names. */
export function listForeignModels(): { readonly name: string; readonly bytes: Buffer }[] {
  const own = fileURLToPath(new URL('../../../processes/fixtures/foreign', import.meta.url));
  const given = process.env['FOREIGN_MODELS'];
  return [own, ...(given ? [given] : [])].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.bpmn(20\.xml)?$/i.test(name))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) })),
  );
}
