import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { countFrames, isDrawn, readFrames } from './inPage.ts';

/** What the flow on the page is: its last element is drawn last. */
export interface DrawnFlow {
  readonly address: string;
  readonly elements: number;
  readonly last: string;
  /** A step that is in sight when the page has opened. */
  readonly step: string;
}

/** Opening a long flow, from the address entered (files of the web in the browser's cache) to its last element drawn and its outline listed. */
export async function measureOpen(page: Page, flow: DrawnFlow, calls: number): Promise<BenchLine> {
  const times: number[] = [];
  for (let at = 0; at < calls; at += 1) {
    await page.goto('about:blank');
    const began = performance.now();
    await page.goto(flow.address);
    // Asked now and then: many times a second would take a tenth of what is measured. The page's policy allows no text as script in it.
    while (!(await page.evaluate<boolean>(isDrawn(flow.last)))) await pause(50);
    times.push(performance.now() - began);
  }
  return benchLine({
    name: 'designerOpen',
    numerator: percentile(times, 0.95),
    denominator: 2000,
    unit: 'milliseconds (p95 ÷ limit)',
    samples: { numerator: times.length, denominator: 1 },
    target: { max: 1 },
    details: { elements: flow.elements, p50: round(median(times)) },
  });
}

/** Frames a second while a step is dragged to and fro for two seconds. */
export async function measureDrag(page: Page, flow: DrawnFlow, calls: number): Promise<BenchLine> {
  const rates: number[] = [];
  const longest: number[] = [];
  for (let at = 0; at < calls; at += 1) {
    const box = await page.locator(`[data-element-id="${flow.step}"] .djs-visual`).first().boundingBox();
    if (box === null) throw new Error(`the step ${flow.step} is not in sight`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 12, y + 6);
    await page.evaluate(countFrames);
    const end = performance.now() + 2000;
    for (let step = 0; performance.now() < end; step += 1)
      await page.mouse.move(x + 60 * Math.sin(step / 9), y + 40 * Math.cos(step / 9));
    const frames = await page.evaluate<{ rate: number; longest: number }>(readFrames);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    rates.push(frames.rate);
    longest.push(frames.longest);
  }
  return benchLine({
    name: 'designerDrag',
    numerator: percentile(rates, 0.05),
    denominator: 30,
    unit: 'frames a second (p5 ÷ limit)',
    samples: { numerator: rates.length, denominator: 1 },
    target: { min: 1 },
    details: {
      elements: flow.elements,
      p50: round(median(rates)),
      longestFrameMs: round(Math.max(...longest)),
    },
  });
}
