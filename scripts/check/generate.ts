import { ConsoleError, stopWithMessage } from '../console/consoleError.ts';
import { step } from '../console/step.ts';
import { generate, listGenerators } from './checkGeneratedFiles.ts';

// `npm run generate`: writes every generated file anew.
try {
  for (const generator of listGenerators()) {
    await step(`${generator.workspace}: ${generator.files.join(', ')}`, async () => {
      const failure = await generate(generator);
      if (failure !== undefined) throw new ConsoleError('generatorFailed', failure);
    });
  }
} catch (failure) {
  stopWithMessage(failure);
}
