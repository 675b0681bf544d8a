import assert from 'node:assert/strict';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { baseUrl } from './baseUrl.ts';
import { findAccessibilityFaults } from './findAccessibilityFaults.ts';
import { keepPicture } from './keepPicture.ts';

/** The office screen, a wide one and a phone, in CSS pixels. */
export const screens = {
  office: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;
export type Screen = keyof typeof screens;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

let launched: Promise<Browser> | undefined;

/** The browser of this file, started once; named by CHROMIUM. */
function browserOfFile(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  launched ??= chromium.launch({ executablePath, args: flags });
  return launched;
}

/** Visits that were not closed: their tests failed. */
const unfinished = new Set<Visit>();

/** Ends the browser of this file. Call it `after` all tests; what a failed test saw last is kept as a picture. */
export async function closeBrowser(): Promise<void> {
  for (const [at, visit] of [...unfinished].entries())
    await keepPicture(visit.page, `failed-${process.pid}-${at + 1}`).catch(() => undefined);
  await (await launched)?.close();
  launched = undefined;
}

/** One person in front of one screen, and everything about their pages that must never happen. */
export class Visit {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #screen: Screen;
  readonly #base: string;
  readonly #faults: string[] = [];
  readonly #expected = new Set<number>();
  /** The connection was cut on purpose, once at least. */
  #cutOff = false;

  constructor(context: BrowserContext, page: Page, screen: Screen, base: string) {
    this.#context = context;
    this.page = page;
    this.#screen = screen;
    this.#base = base;
    unfinished.add(this);
    const own = new URL(base).host;
    context.on('request', (request) => {
      const address = new URL(request.url());
      if (['http:', 'https:', 'ws:', 'wss:'].includes(address.protocol) && address.host !== own)
        this.#faults.push(`request to a foreign host: ${request.url()}`);
    });
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (this.#cutOff && message.text().includes('net::ERR_INTERNET_DISCONNECTED')) return;
      const status = Number(/the server responded with a status of (\d+)/.exec(message.text())?.[1]);
      if (!this.#expected.has(status))
        this.#faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#faults.push(`page: ${String(error.error().stack)}`));
  }

  /** An answer of this status is part of the journey: the browser's note about it is no fault. */
  expects(...statuses: number[]): void {
    for (const status of statuses) this.#expected.add(status);
  }

  /** Cuts the browser off from the network, or connects it again. */
  async cutOff(off: boolean): Promise<void> {
    this.#cutOff = true;
    await this.#context.setOffline(off);
  }

  /** Goes to an address of the product. */
  async go(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.#base).href);
  }

  /**
   * Checks the page as it is shown now against WCAG 2.2 AA (nothing serious or critical), that nothing overflows the
   * screen sideways, and keeps a picture of it.
   */
  async look(name: string, options: { full?: boolean } = {}): Promise<void> {
    await this.page.evaluate('document.fonts.ready.then(() => undefined)');
    // A form is hidden until it has its data: seen in the middle of that, its headings are there and have no text.
    const waiting = this.page.locator('.ow-form-fields[style*="hidden"]');
    while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
    await keepPicture(this.page, `${name}-${this.#screen}`, options.full ?? false);
    const scrolled = await this.page.evaluate<number>('scrollY');
    // What the sticky header happens to cover while the page is scrolled is no fault of the page.
    await this.page.evaluate('scrollTo(0, 0)');
    const faults = await findAccessibilityFaults(this.page);
    await this.page.evaluate(`scrollTo(0, ${scrolled})`);
    assert.deepEqual(faults, [], `accessibility of ${name}`);
    const overflow = await this.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    assert.ok(overflow <= 0, `${name} is ${overflow} px wider than the screen`);
    this.assertClean();
  }

  /** Fails when a page called a foreign host, broke the content security policy or reported an error. */
  assertClean(): void {
    assert.deepEqual(this.#faults, []);
  }

  async close(): Promise<void> {
    this.assertClean();
    await this.#context.close();
    unfinished.delete(this);
  }
}

/** Opens a fresh browser profile on a screen. */
export async function openVisit(
  screen: Screen = 'office',
  /** `base` is another server than the one under test. */
  options: { locale?: string; base?: string } = {},
): Promise<Visit> {
  const browser = await browserOfFile();
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(screen === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  });
  context.setDefaultTimeout(15_000);
  return new Visit(context, await context.newPage(), screen, options.base ?? baseUrl);
}
