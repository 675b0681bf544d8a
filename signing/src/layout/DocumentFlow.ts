import { SigningError } from '../SigningError.ts';
import { breakLines } from './breakLines.ts';
import type { Canvas, TextStyle } from './Canvas.ts';
import type { DocumentBlock } from './documentTemplate.ts';
import { interpolate, lookUp } from './interpolate.ts';

const body = { font: 'serif', size: 14 } as const;
const leading = 25;
const cell = { font: 'serif', size: 11.5 } as const;

/** How the lines of a table are set, in points. */
interface Setting {
  readonly style: TextStyle;
  readonly leading: number;
  readonly padding: number;
  /** From the top of a line to its baseline. */
  readonly baseline: number;
  /** Free above and below the lines of a row, together. */
  readonly free: number;
}
const usual: Setting = { style: cell, leading: 17, padding: 6, baseline: 12.5, free: 10 };
const dense: Setting = {
  style: { font: 'serif', size: 9 },
  leading: 12.5,
  padding: 3,
  baseline: 9.4,
  free: 6,
};

interface Column {
  readonly width: number;
  readonly align: 'left' | 'centre';
  readonly style: TextStyle;
}

/** Blocks one under another on A4 pages, from the top margin to the foot; breaks pages as needed. Points. */
export class DocumentFlow {
  readonly pageWidth = 595.28;
  readonly pageHeight = 841.89;
  readonly left = 79;
  readonly right = 516.28;
  readonly #bottom = 84;
  readonly #canvas: Canvas;
  page: number;
  y: number;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
    this.page = canvas.addPage(this.pageWidth, this.pageHeight);
    this.y = this.pageHeight - 84;
  }

  startAt(y: number): void {
    this.y = y;
  }

  /** Goes to a new page when less than `height` is left. */
  reserve(height: number): void {
    if (this.y - height >= this.#bottom) return;
    this.page = this.#canvas.addPage(this.pageWidth, this.pageHeight);
    this.y = this.pageHeight - 84;
  }

  skip(height: number): void {
    this.y -= height;
  }

  /** A line of body text without indent. */
  plain(text: string): void {
    this.#lines(text, 0, body);
  }

  /**
   * `kept` is the height of what follows and may not stand on a page without the end of this block, such as the place of
   * the seal (GB/T 9704-2012, 7.3.5.5).
   */
  block(block: DocumentBlock, values: unknown, kept = 0): void {
    switch (block.type) {
      case 'paragraph':
        return this.#lines(interpolate(block.text, values), body.size * 2, body, kept);
      case 'heading':
        this.reserve(kept === 0 ? leading * 2 + 20 : leading * 4 + kept);
        return this.#lines(interpolate(block.text, values), 0, { font: 'serifBold', size: 14 });
      case 'list':
        this.#entries(block.from, values).forEach((entry, index, all) => {
          const after = index === all.length - 1 ? kept : 0;
          this.#lines(interpolate(block.text, entry), body.size * 2, body, after);
        });
        return;
      case 'picture':
        return this.#picture(
          interpolate(block.label, values),
          String(lookUp(values, block.from) ?? ''),
          kept,
        );
      case 'fields':
        return this.#fields(block, values, kept);
      case 'table':
        return this.#table(block, values, kept);
    }
  }

  #lines(text: string, indent: number, style: TextStyle, kept = 0): void {
    const width = this.right - this.left;
    const lines = breakLines(text, width, (part) => this.#canvas.measure(part, style), indent);
    // From here on the rest stays together: the last two lines, or all where one would stay behind alone.
    const together = kept === 0 ? lines.length : lines.length > 3 ? lines.length - 2 : 0;
    lines.forEach((line, index) => {
      this.reserve(index === together ? (lines.length - index) * leading + kept : leading);
      this.y -= leading;
      const offset = index === 0 ? indent : 0;
      const slack = width - offset - this.#canvas.measure(line, style);
      const gaps = Math.max([...line].length - 1, 1);
      // stretched to the margin unless it ends a paragraph
      const spacing = index < lines.length - 1 && slack < style.size * 2 ? slack / gaps : 0;
      this.#canvas.text(this.page, line, this.left + offset, this.y + 6, { ...style, spacing });
    });
  }

  /** The label with the picture beside it, as large as fits: at most 220 points wide and 90 high. */
  #picture(label: string, base64: string, kept: number): void {
    const size = this.#canvas.pictureSize(base64);
    if (size === undefined) return this.plain(`${label}（图片无法显示）`);
    const scale = Math.min(220 / size.width, 90 / size.height);
    const [width, height] = [size.width * scale, size.height * scale];
    this.reserve(height + 12 + kept);
    this.y -= height + 12;
    const x = this.left + this.#canvas.measure(label, body) + 8;
    this.#canvas.text(this.page, label, this.left, this.y + height / 2 - 5, body);
    this.#canvas.picture(this.page, base64, x, this.y + 4, width, height);
  }

  #fields(block: Extract<DocumentBlock, { type: 'fields' }>, values: unknown, kept: number): void {
    const total = this.right - this.left;
    const columns: Column[] = [
      { width: total * 0.26, align: 'centre', style: { ...cell, font: 'serifBold' } },
      { width: total * 0.74, align: 'left', style: cell },
    ];
    this.skip(8);
    const rows = block.rows.filter(({ when }) => when === undefined || lookUp(values, when));
    rows.forEach(({ label, value }, index) => {
      const after = index === rows.length - 1 && kept > 0 ? kept + 6 : 0;
      this.#row(usual, columns, [interpolate(label, values), interpolate(value, values)], [0], after);
    });
    this.skip(6);
  }

  #table(block: Extract<DocumentBlock, { type: 'table' }>, values: unknown, kept: number): void {
    const setting = block.dense === true ? dense : usual;
    const { style } = setting;
    const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
    const total = this.right - this.left;
    const columns: Column[] = block.columns.map((column) => ({
      width: (total * column.width) / shares,
      align: column.align,
      style,
    }));
    const head = columns.map((column) => ({
      ...column,
      align: 'centre' as const,
      style: { ...style, font: 'serifBold' as const },
    }));
    const titles = block.columns.map((column) => column.title);
    const all = titles.map((_, index) => index);
    this.skip(8);
    const entries = this.#entries(block.from, values);
    const after = kept > 0 ? kept + 6 : 0;
    this.reserve((block.caption === undefined ? 70 : 100) + (entries.length > 0 ? 0 : after));
    if (block.caption !== undefined) this.#caption(block.caption);
    this.#row(setting, head, titles, all);
    if (entries.length === 0 && block.empty) {
      this.#row(setting, [{ width: total, align: 'centre', style }], [block.empty], []);
    }
    entries.forEach((entry, index) => {
      const page = this.page;
      const cells = block.columns.map((column) => interpolate(column.value, entry));
      this.#row(setting, columns, cells, [], index === entries.length - 1 ? after : 0, () => {
        if (this.page !== page) this.#row(setting, head, titles, all);
      });
    });
    this.skip(6);
  }

  #caption(text: string): void {
    const style = { font: 'sansMedium', size: 11 } as const;
    this.y -= 18;
    const x = (this.left + this.right - this.#canvas.measure(text, style)) / 2;
    this.#canvas.text(this.page, text, x, this.y + 5, style);
  }

  #entries(from: string, values: unknown): Record<string, unknown>[] {
    const list = lookUp(values, from);
    if (!Array.isArray(list)) {
      throw new SigningError(
        'templateDataMissing',
        `模板所需的数据“${from}”缺失`,
        `the template needs the list “${from}”, which is missing`,
        { path: from },
      );
    }
    return list.map((entry: unknown, index) => ({
      ...(typeof entry === 'object' && entry !== null ? entry : { value: entry }),
      index: index + 1,
    }));
  }

  #row(
    { leading: cellLeading, padding, baseline: toBaseline, free }: Setting,
    columns: readonly Column[],
    texts: readonly string[],
    shaded: readonly number[],
    /** Height of what follows and stays on its page. */
    kept = 0,
    onNewPage?: () => void,
  ): void {
    const cells = columns.map((column, index) =>
      breakLines(texts[index] ?? '', column.width - 2 * padding, (part) =>
        this.#canvas.measure(part, column.style),
      ),
    );
    const height = Math.max(...cells.map((lines) => lines.length)) * cellLeading + free;
    this.reserve(height + kept);
    onNewPage?.();
    const top = this.y;
    let x = this.left;
    columns.forEach((column, index) => {
      const lines = cells[index] ?? [];
      const fill = shaded.includes(index)
        ? `0.955 g ${x} ${top - height} ${column.width} ${height} re f `
        : '';
      this.#canvas.draw(this.page, `${fill}0.25 G 0.6 w ${x} ${top - height} ${column.width} ${height} re S`);
      const block = lines.length * cellLeading;
      lines.forEach((line, number) => {
        const width = this.#canvas.measure(line, column.style);
        const at = column.align === 'centre' ? x + (column.width - width) / 2 : x + padding;
        const baseline = top - (height - block) / 2 - number * cellLeading - toBaseline;
        this.#canvas.text(this.page, line, at, baseline, column.style);
      });
      x += column.width;
    });
    this.y = top - height;
  }
}
