import { runCommand } from '../console/runCommand.ts';
import { installSystemPackages } from './systemPackages.ts';

/** Makes sure that poppler's pdfsig and pdftoppm and NSS's certutil are on PATH. Throws ConsoleError with install lines. */
export async function findPoppler(): Promise<void> {
  const present = await Promise.all(
    ['pdfsig', 'pdftoppm', 'certutil'].map(async (tool) => (await runCommand(tool, ['-v'])).status),
  );
  if (present.every((status) => status !== 127 && status !== null)) return;
  await installSystemPackages({
    name: 'poppler-utils and NSS tools (pdfsig, pdftoppm, certutil)',
    why: 'the signing tests let it judge the PDFs',
    debianPackages: [['poppler-utils', 'libnss3-tools']],
    lines: {
      debian: 'sudo apt-get install -y poppler-utils libnss3-tools',
      macos: 'brew install poppler nss',
      windows: 'winget install oschwartz10612.Poppler',
    },
  });
}
