import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isAllowedExpression } from './isAllowedExpression.ts';
import { isAllowedFeelExpression, isAllowedFeelUnaryTests } from './isAllowedFeel.ts';

type Vectors = { allowed: string[]; refused: string[] };
const vectors = JSON.parse(
  readFileSync(new URL('../../fixtures/expressions.json', import.meta.url), 'utf8'),
) as { juel: Vectors; feelExpression: Vectors; feelUnaryTests: Vectors };

const grammars = [
  ['expression of a process', vectors.juel, isAllowedExpression],
  ['expression of a decision', vectors.feelExpression, isAllowedFeelExpression],
  ['tests of a decision cell', vectors.feelUnaryTests, isAllowedFeelUnaryTests],
] as const;

for (const [title, { allowed, refused }, isAllowed] of grammars) {
  describe(title, () => {
    for (const source of allowed) it(`allows ${source}`, () => assert.equal(isAllowed(source), true));
    for (const source of refused) it(`refuses ${source}`, () => assert.equal(isAllowed(source), false));
    it('refuses what is nested or long beyond reason', () => {
      assert.equal(isAllowed(`\${${'('.repeat(2000)}a${')'.repeat(1000)}}`), false);
      assert.equal(isAllowed(`\${a == '${'x'.repeat(5000)}'}`), false);
    });
  });
}
