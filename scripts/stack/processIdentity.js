// Plain JavaScript: the guardian runs it without a TypeScript loader.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {number} pid */
export function readProcessIdentity(pid) {
  if (process.platform === 'linux') return readFromProc(pid);
  if (process.platform === 'win32') {
    const query = `(Get-Process -Id ${pid} -ErrorAction Stop | ForEach-Object { $_.StartTime.Ticks.ToString() + ' ' + $_.Path })`;
    return readFromCommand('powershell', ['-NoProfile', '-Command', query]);
  }
  return readFromCommand('ps', ['-o', 'lstart=,command=', '-p', String(pid)]);
}

/** @param {number} pid */
function readFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields after the parenthesised name: state is the first, start time (clock ticks since boot) the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} command
 * @param {string[]} options
 */
function readFromCommand(command, options) {
  const { status, stdout } = spawnSync(command, options, { encoding: 'utf8', windowsHide: true });
  const text = stdout?.trim();
  return status === 0 && text ? text : undefined;
}
