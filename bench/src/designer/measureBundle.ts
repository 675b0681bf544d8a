import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { type BenchLine, benchLine, round } from '../benchLine.ts';
import { signInOnPage } from './openDesigner.ts';

/** Kilobytes of script (gzip) that the designer's page loads beyond what a clerk's window has loaded. */
export async function measureBundle(browser: Browser, url: string, address: string): Promise<BenchLine> {
  const [clerk, designer] = [
    await scriptsOf(browser, url, 'clerk', `${url}/window`),
    await scriptsOf(browser, url, 'designer', address),
  ];
  const own = [...designer].filter(([script]) => !clerk.has(script));
  const bytes = own.reduce((sum, [, size]) => sum + size, 0);
  return benchLine({
    name: 'designerBundle',
    numerator: bytes / 1024,
    denominator: 600,
    unit: 'kilobytes (gzip ÷ limit)',
    samples: { numerator: own.length, denominator: 1 },
    target: { max: 1 },
    details: {
      largest: own
        .sort(([, one], [, other]) => other - one)
        .slice(0, 5)
        .map(([script, size]) => `${script.replace(/-[\w-]{8}\.js$/, '')} ${round(size / 1024)}`),
    },
  });
}

async function scriptsOf(
  browser: Browser,
  url: string,
  username: string,
  address: string,
): Promise<ReadonlyMap<string, number>> {
  const { page, context } = await signInOnPage(browser, url, username);
  const reading: Promise<readonly [string, number]>[] = [];
  const names = new Set<string>();
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname.split('/').at(-1) ?? '';
    if (!name.endsWith('.js') || names.has(name)) return;
    names.add(name);
    reading.push(response.body().then((body) => [name, gzipSync(body).length] as const));
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  // What comes behind the page (the worker that finds findings) comes within a few seconds more.
  for (let known = -1; known !== names.size; ) {
    known = names.size;
    await pause(4_000);
  }
  const sizes = new Map(await Promise.all(reading));
  await context.close();
  return sizes;
}
