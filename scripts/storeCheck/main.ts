import { ConsoleError, stopWithMessage } from '../console/consoleError.ts';
import { answersPing } from '../stack/storeChild.ts';
import { findSpecs } from '../test/findSpecs.ts';
import { runSpecs } from '../test/runSpecs.ts';
import { withTestStack } from '../test/withTestStack.ts';

// `npm run store:check`: the store contract suite against MONGODB_URI, or against an embedded store of its own.
try {
  const given = process.env['MONGODB_URI'] || undefined;
  if (given !== undefined && !(await answersPing(given))) {
    throw new ConsoleError(
      'storeUnreachable',
      'The store that MONGODB_URI names does not answer, or refuses the credentials.',
    );
  }
  const durability = 'durability.stack.spec.ts';
  // The durability spec kills a store: against a given one it has nothing to say.
  const files = findSpecs('stack', 'storeContract').filter(
    (file) => given === undefined || !file.endsWith(durability),
  );
  const result = await withTestStack(['store'], (stack) =>
    runSpecs({
      files,
      concurrency: 1,
      limit: 300_000,
      env: { MONGODB_URI: stack.mongodbUri, STORE_CHECK_TTL: 'true' },
    }),
  );
  console.log(
    `\n${given === undefined ? 'embedded store' : 'MONGODB_URI'}: ${result.passed} passed, ${result.failed} failed`,
  );
  process.exit(result.failed > 0 ? 1 : 0);
} catch (failure) {
  stopWithMessage(failure);
}
