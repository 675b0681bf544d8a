/** `r g b` operands (0–1) of a `#rrggbb` colour. */
export function colourOperands(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255].map((part) => num(part / 255)).join(' ');
}

/** A mix of the colour with white; `strength` 1 keeps it, 0 is white. */
export function tint(hex: string, strength: number): string {
  const value = Number.parseInt(hex.slice(1), 16);
  const mixed = [(value >> 16) & 255, (value >> 8) & 255, value & 255].map((part) =>
    Math.round(255 - (255 - part) * strength),
  );
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** A number as PDF writes it: at most three decimals, no exponent. */
export function num(value: number): string {
  const text = value.toFixed(3);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
