import { NOW, signedLicense, testAuthority } from '../fixtures/signedLicense.ts';
import { verifyPdf } from '../verify/verifyPdf.ts';

/** Median milliseconds of drawing and signing one license, and of verifying it, once warm. Prints one JSON line. */
const authority = await testAuthority();
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < 25; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.round(times.slice(5).sort((a, b) => a - b)[10] ?? 0);
};
const pdf = await signedLicense();
const drawAndSignMs = await timed(() => signedLicense());
const verifyMs = await timed(() => verifyPdf({ pdf, trustedRoots: [authority.rootCertificate], now: NOW }));
process.stdout.write(`${JSON.stringify({ drawAndSignMs, verifyMs, bytes: pdf.length })}\n`);
