import { all, apply, attribute, freeId, open, spaceBefore } from './dmnText.ts';

/** Takes a column of the results out, with its cells. */
export function removeOutput(text: string, id: string, column: number): string {
  const { table } = open(text, id);
  const gone = [
    all(table, 'output')[column],
    ...all(table, 'rule').map((rule) => all(rule, 'outputEntry')[column]),
  ].filter((element) => element !== undefined);
  return apply(
    text,
    gone.map((element) => ({ start: spaceBefore(text, element.start), end: element.end, text: '' })),
  );
}

/** Takes a column of the results into a table of its own, behind the first, with the same questions and rows. */
export function splitOutput(text: string, id: string, column: number): string {
  const { root, decision, table } = open(text, id);
  const outputs = all(table, 'output');
  const output = outputs[column];
  if (output === undefined) throw new Error(`no result ${column}`);
  const own = freeId(root, `${id}-`);
  const number = own.slice(id.length + 1);
  const start = spaceBefore(text, decision.start);
  const named = text
    .slice(start, decision.end)
    .replaceAll(/(\s)id="([^"]*)"/g, (_, space: string, name: string) =>
      name === id ? `${space}id="${own}"` : `${space}id="${name}-${number}"`,
    );
  const title = attribute(output, 'label') || attribute(output, 'name');
  const copy =
    attribute(decision, 'name') === '' ? named : named.replace(/\sname="[^"]*"/, () => ` name="${title}"`);
  let written = `${text.slice(0, decision.end)}${copy}${text.slice(decision.end)}`;
  for (let at = outputs.length - 1; at >= 0; at -= 1)
    if (at !== column) written = removeOutput(written, own, at);
  return removeOutput(written, id, column);
}
