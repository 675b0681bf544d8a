/**
 * A file with several processes, each of which has a pool: only what lies in a pool is drawn beside another; so has a single one
 * with lanes, which are parts of a pool. The pools that are missing are written in, named as their processes; every other
 * character stays, and so does a file with one process without lanes.
 * Throws Error where the file has pools that cannot be added to.
 */
export function givePools(xml: string): string {
  // Comments keep their length: places found here are places in the file.
  const plain = xml.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  const processes = [...plain.matchAll(/<((?:[\w.-]+:)?)process(?=[\s/>])[^>]*>/g)];
  const [first] = processes;
  const laned = /<(?:[\w.-]+:)?lane[\s/>]/.test(plain);
  if (first === undefined || (processes.length < 2 && !laned)) return xml;
  const pooled = new Set(
    [...plain.matchAll(/\sprocessRef\s*=\s*"(?:[\w.-]+:)?([^"]+)"/g)].map(([, id]) => id),
  );
  const prefix = first[1] ?? '';
  const missing = processes.flatMap(([tag]) => {
    const id = attribute(tag, 'id');
    if (pooled.has(id)) return [];
    const name = attribute(tag, 'name') || id;
    return [`<${prefix}participant id="${freeId(plain, `pool_${id}`)}" name="${name}" processRef="${id}" />`];
  });
  if (missing.length === 0) return xml;
  const known = new RegExp(`</${prefix}collaboration\\s*>`).exec(plain);
  if (known !== null) return put(xml, known.index, `  ${missing.join('\n    ')}\n  `);
  if (/<(?:[\w.-]+:)?collaboration[\s/>]/.test(plain)) throw new Error('its collaboration takes no pools');
  const id = freeId(plain, 'pools');
  const pools = missing.map((one) => `    ${one}\n`).join('');
  return put(
    xml,
    first.index,
    `<${prefix}collaboration id="${id}">\n${pools}  </${prefix}collaboration>\n  `,
  );
}

/** As it is written, escapes included. */
function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? '';
}

function freeId(xml: string, wanted: string): string {
  let id = wanted;
  for (let at = 2; xml.includes(`"${id}"`); at += 1) id = `${wanted}_${at}`;
  return id;
}

function put(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}
