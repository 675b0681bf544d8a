/** The files of a pack: path inside the folder with `/`, such as `forms/review.json` → text. */
export type PackFiles = Readonly<Record<string, string>>;

export const MANIFEST = 'pack.yaml';
export const PROCESS = 'process.bpmn';

/** What a pack folder may hold. */
const expected = [
  /^pack\.yaml$/,
  /^README\.md$/,
  /^[A-Za-z0-9_-]+\.(bpmn|dmn)$/,
  /^license\.yaml$/,
  /^forms\/[A-Za-z0-9_-]+\.json$/,
  /^notices\/[A-Za-z0-9_-]+\.yaml$/,
  /^scenarios\/[A-Za-z0-9_-]+\.yaml$/,
];

export function isExpectedPath(path: string): boolean {
  return expected.some((pattern) => pattern.test(path));
}

export function pathsUnder(files: PackFiles, folder: string): string[] {
  return Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`))
    .sort();
}
