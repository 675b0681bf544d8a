import { existsSync } from 'node:fs';
import { runCommand } from '../console/runCommand.ts';
import { installSystemPackages, mayInstallSystemPackages } from './systemPackages.ts';

/**
 * On Linux, makes sure that Chromium can draw Chinese, so that screenshots are readable. Only warns when it cannot.
 * WenQuanYi is chosen, not Noto: a viewer must not be able to replace the font that our PDFs embed (Noto) by the system's.
 */
export async function findChineseFont(): Promise<void> {
  if (process.platform !== 'linux') return;
  const { status, stdout } = await runCommand('fc-list', [':lang=zh', 'family']);
  if (status === 0 && stdout.trim() !== '') return;
  if (status !== 0 && existsSync('/usr/share/fonts/truetype/wqy')) return;
  const tool = {
    name: 'A Chinese font',
    why: 'screenshots of the browser tests would show boxes',
    debianPackages: [['fontconfig', 'fonts-wqy-microhei']],
    lines: {
      debian: 'sudo apt-get install -y fonts-wqy-microhei',
      macos: '(comes with the system)',
      windows: '(comes with the system)',
    },
  };
  if (mayInstallSystemPackages()) await installSystemPackages(tool);
  else console.log(`  ! ${tool.name} is missing (${tool.why}): ${tool.lines.debian}`);
}
