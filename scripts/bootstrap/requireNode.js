/** Lowest Node.js that the drivers of MongoDB and the web build accept. */
export const LOWEST_NODE = [20, 19];

/** Ends the process with the install line for this system when Node.js is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [lowestMajor = 0, lowestMinor = 0] = LOWEST_NODE;
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return;
  console.error(
    [
      `Node.js ${lowestMajor}.${lowestMinor} or newer is needed; this is ${process.versions.node}.`,
      '  Debian/Ubuntu: curl -fsSL https://deb.nodesource.com/setup_22.x | sudo bash - && sudo apt-get install -y nodejs',
      '  macOS:         brew install node',
      '  Windows:       winget install OpenJS.NodeJS.LTS',
    ].join('\n'),
  );
  process.exit(1);
}
