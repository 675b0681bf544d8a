/** Shares and averages: also where they are 0 there is something behind them. */
export function isDivided(figure: string): boolean {
  return figure.endsWith('Share') || figure.startsWith('average');
}

/** A figure as the report prints it: shares in per cent, rounded down, averages with one digit, `—` for none. */
export function figureText(figure: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  if (figure === 'onTimeShare' || figure === 'satisfiedShare')
    return `${(Math.floor(value * 1000 + 1e-9) / 10).toFixed(1)}%`;
  return figure.startsWith('average') ? value.toFixed(1) : String(value);
}
