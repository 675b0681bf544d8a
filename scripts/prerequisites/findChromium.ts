import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConsoleError } from '../console/consoleError.ts';
import { ROOT } from '../console/paths.ts';
import { runCommand } from '../console/runCommand.ts';
import { step } from '../console/step.ts';
import { installSystemPackages, mayInstallSystemPackages } from './systemPackages.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium for the browser tests: CHROMIUM, PATH, usual places, Debian's package, Playwright's download.
 * Throws ConsoleError saying how to install one when none of these is possible.
 */
export async function findChromium(): Promise<string> {
  const found = await lookForChromium();
  if (found !== undefined) return found;
  if (mayInstallSystemPackages()) {
    try {
      await installSystemPackages({
        name: 'Chromium',
        why: 'the browser tests run in it',
        debianPackages: [['chromium']],
        lines: { debian: '', macos: '', windows: '' },
      });
      const installed = await lookForChromium();
      if (installed !== undefined) return installed;
    } catch (failure) {
      console.log(
        `  Chromium did not install with apt-get (${String(failure).split('\n')[0]}); trying Playwright's download.`,
      );
    }
  }
  return step('Chromium (Playwright’s download)', downloadChromium);
}

async function lookForChromium(): Promise<string | undefined> {
  const named = process.env['CHROMIUM'];
  for (const candidate of named === undefined || named === '' ? NAMES : [named]) {
    // Ubuntu's /usr/bin/chromium-browser may be a stub that only points to the snap.
    const { status, output } = await runCommand(candidate, ['--version'], { timeout: 30_000 });
    if (status === 0 && /Chrom/.test(output)) return resolveOnPath(candidate);
  }
  return PLACES.find(existsSync);
}

async function resolveOnPath(name: string): Promise<string> {
  if (name.includes('/') || process.platform === 'win32') return name;
  const { stdout } = await runCommand('sh', ['-c', `command -v ${name}`]);
  return stdout.trim() || name;
}

async function downloadChromium(): Promise<string> {
  const cli = join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  const { status, output } = await runCommand(process.execPath, [cli, 'install', 'chromium'], {
    timeout: 600_000,
  });
  if (status === 0) {
    const { chromium } = await import('playwright-core');
    const path = chromium.executablePath();
    if (existsSync(path)) return path;
  }
  throw new ConsoleError(
    'missingTool',
    [
      'Chromium is missing, and neither apt-get nor Playwright’s download could install it. Install it, then run again:',
      '  Debian/Ubuntu: sudo apt-get install -y chromium      (Ubuntu: sudo snap install chromium)',
      '  macOS:         brew install --cask google-chrome',
      '  Windows:       winget install Google.Chrome',
      'or name one: CHROMIUM=/path/to/chrome npm test',
      output.trim().split('\n').slice(-3).join('\n'),
    ].join('\n'),
  );
}
