import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { BODY, drawnLicense, NOW, newAuthority, testAuthority } from '../fixtures/signedLicense.ts';
import {
  granted,
  type Respond,
  rejection,
  responseWith,
  startTimeStampResponder,
} from '../fixtures/timeStampResponder.ts';
import { signPdf } from '../pades/signPdf.ts';
import { SigningError } from '../SigningError.ts';
import { verifyPdf } from '../verify/verifyPdf.ts';
import { httpTimeStampAuthority } from './httpTimeStampAuthority.ts';

const otherDigest = createHash('sha256').update('something else').digest();

/** Each way to answer that must not end in a signature, with the error that it gets. */
const refused: Record<string, { respond: () => Promise<Respond> | Respond; code: string; now?: Date }> = {
  'a token over another digest': {
    respond: async () => {
      const { timeStampAuthority } = await testAuthority();
      return ({ nonce }) => granted(timeStampAuthority, { digest: otherDigest, nonce });
    },
    code: 'timeStampImprintMismatch',
  },
  'a token with another nonce': {
    respond: async () => {
      const { timeStampAuthority } = await testAuthority();
      return ({ digest }) => granted(timeStampAuthority, { digest, nonce: randomBytes(7) });
    },
    code: 'timeStampNonceMismatch',
  },
  'a token without nonce, as one kept from an earlier request': {
    respond: async () => {
      const { timeStampAuthority } = await testAuthority();
      return async ({ digest }) => responseWith(await timeStampAuthority.timestamp(digest));
    },
    code: 'timeStampNonceMismatch',
  },
  'a token whose authority reaches no trusted root': {
    respond: async () => {
      const { timeStampAuthority } = await newAuthority();
      return (query) => granted(timeStampAuthority, query);
    },
    code: 'timeStampUntrusted',
  },
  'a token whose signature was tampered with': {
    respond: async () => {
      const { timeStampAuthority } = await testAuthority();
      return async ({ digest, nonce }) => {
        const token = await timeStampAuthority.timestamp(digest, nonce);
        token[token.length - 1] = (token[token.length - 1] ?? 0) ^ 1;
        return responseWith(token);
      };
    },
    code: 'timeStampSignatureInvalid',
  },
  'a token from the future': {
    respond: async () => {
      const { timeStampAuthority } = await testAuthority();
      return (query) => granted(timeStampAuthority, query);
    },
    now: new Date(NOW.getTime() - 3_600_000),
    code: 'timeStampTimeImplausible',
  },
  'a refusal of the authority': { respond: () => async () => rejection(), code: 'timeStampRefused' },
  'HTTP 500': {
    respond: () => async (_query, response) => {
      response.writeHead(500).end('broken');
      return undefined;
    },
    code: 'timeStampHttpError',
  },
  'bytes that are no DER': {
    respond: () => async () => Buffer.from('<html>maintenance</html>'),
    code: 'timeStampMalformed',
  },
  'DER that is no answer': {
    respond: () => async () => Buffer.from('020101', 'hex'),
    code: 'timeStampMalformed',
  },
  'a granted answer that carries no time-stamp token': {
    respond: () => async () => Buffer.from('30053003020100', 'hex'),
    code: 'timeStampMalformed',
  },
  'an answer without end': {
    respond: () => async () => Buffer.alloc(300_000, 0x30),
    code: 'timeStampMalformed',
  },
  'no answer at all': { respond: () => async () => undefined, code: 'timeStampTimedOut' },
  'an answer that stops in the middle': {
    respond: () => async (_query, response) => {
      response.writeHead(200, { 'Content-Length': '5000' }).write('0');
      return undefined;
    },
    code: 'timeStampTimedOut',
  },
  'a connection that breaks': {
    respond: () => async (_query, response) => {
      response.destroy();
      return undefined;
    },
    code: 'timeStampUnreachable',
  },
};

describe('a time stamp over HTTP', () => {
  it('is taken when the authority grants the request, and the signature verifies with it', async () => {
    const authority = await testAuthority();
    const responder = await startTimeStampResponder((query) => granted(authority.timeStampAuthority, query));
    const pdf = await sign(responder.url).finally(() => responder.close());
    const report = await verifyPdf({ pdf, trustedRoots: [authority.rootCertificate], now: NOW });
    assert.equal(report.verdict, 'trusted', JSON.stringify(report));
    assert.equal(report.signatures[0]?.timestamp?.at, NOW.toISOString());
  });

  for (const [what, { respond, code, now }] of Object.entries(refused)) {
    it(`${what} is refused as ${code}, and nothing is signed`, async () => {
      // given
      const responder = await startTimeStampResponder(await respond());
      // when
      const outcome = await sign(responder.url, now, code === 'timeStampTimedOut' ? 300 : undefined)
        .catch((error: unknown) => error)
        .finally(() => responder.close());
      // then
      assert.ok(outcome instanceof SigningError, `no SigningError but ${String(outcome)}`);
      assert.equal(outcome.code, code, outcome.params['detail']);
      assert.match(outcome.userMessage['zh-CN'], /未加盖印章/);
    });
  }

  it('a token of a certificate that has expired is refused as timeStampUntrusted', async () => {
    // given an authority whose own certificate ran out six years ago, as its clock moved on
    let at = new Date('2010-01-01T00:00:00Z');
    const authority = await newAuthority(() => at);
    at = NOW;
    const responder = await startTimeStampResponder((query) => granted(authority.timeStampAuthority, query));
    const stamped = httpTimeStampAuthority({
      url: responder.url,
      roots: [authority.rootCertificate],
      now: () => NOW,
    }).timestamp(otherDigest);
    await assert.rejects(stamped, { code: 'timeStampUntrusted' }).finally(() => responder.close());
  });

  it('an authority that is not there is told apart from one that answers badly', async () => {
    const gone = await startTimeStampResponder(async () => undefined);
    await gone.close();
    await assert.rejects(sign(gone.url), { code: 'timeStampUnreachable' });
  });
});

/** Patient, so that a busy machine is not taken for a silent authority. */
async function sign(url: string, now = NOW, timeoutMs = 20_000): Promise<Uint8Array> {
  const authority = await testAuthority();
  const { pdf } = await drawnLicense();
  return signPdf({
    pdf,
    signer: await authority.sealFor(BODY),
    tsa: httpTimeStampAuthority({
      url,
      roots: [authority.rootCertificate],
      now: () => now,
      timeoutMs,
    }),
    reason: '签发电子证照',
    signingTime: NOW,
    certify: true,
    fieldName: 'Seal1',
  });
}
