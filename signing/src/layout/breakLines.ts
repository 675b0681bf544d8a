/** May not begin a line (GB/T 15834 section 5.1; also closing brackets and per cent). */
const noStart = new Set('，。、；：？！）】》〉」』〕”’…—％%·,.;:?!)]}~～℃');
/** May not end a line. */
const noEnd = new Set('（【《〈「『〔“‘([{￥$');

/**
 * Breaks text into lines no wider than `width` (same unit as `measure`). Chinese breaks between any two
 * characters except around punctuation; Latin words, numbers and codes stay whole unless longer than a line.
 * A line feed forces a break; `indent` is kept free at the start of each paragraph.
 */
export function breakLines(
  text: string,
  width: number,
  measure: (text: string) => number,
  indent = 0,
): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure, indent));
}

function breakParagraph(
  text: string,
  width: number,
  measure: (t: string) => number,
  indent: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  let used = indent;
  const push = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const unit of unbreakableUnits(text)) {
    const unitWidth = measure(unit);
    if (used + unitWidth <= width + 0.01 || (line === '' && unit.length === 1)) {
      line += line === '' && lines.length > 0 ? unit.trimStart() : unit;
      used += unitWidth;
      continue;
    }
    if (unitWidth > width) {
      for (const character of unit) {
        const characterWidth = measure(character);
        if (used + characterWidth > width && line !== '') push();
        line += character;
        used += characterWidth;
      }
      continue;
    }
    push();
    line = unit.trimStart();
    used = measure(line);
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Pieces between which a line may break: a Chinese character with the punctuation that clings to it, or a word. */
function unbreakableUnits(text: string): string[] {
  const units: string[] = [];
  let open = false;
  for (const piece of text.match(/[\p{L}\p{N}_@#&/+.:-]+(?<![\p{Script=Han}])|[\s\S]/gu) ?? []) {
    for (const part of splitHan(piece)) {
      const last = units.length - 1;
      const first = [...part][0] ?? '';
      if (last >= 0 && (open || noStart.has(first))) units[last] += part;
      else units.push(part);
      open = noEnd.has(part);
    }
  }
  return units;
}

/** A mixed run cut before and after each Han character. */
function splitHan(piece: string): string[] {
  return (
    piece.match(
      /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu,
    ) ?? []
  );
}
