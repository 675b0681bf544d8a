import { type CheckResult, failed, passed } from './CheckResult.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Checks a unified social credit code (GB 32100): 18 characters without I, O, S, V, Z; weights 3^i modulo 31.
 * Some genuine old codes fail the check character: failure of `checkCharacter` is a warning for the clerk to confirm,
 * not a reason to refuse.
 */
export function checkUscc(code: string): CheckResult {
  if (code.length !== 18) {
    return failed('length', '统一社会信用代码应为 18 位', 'a unified social credit code has 18 characters');
  }
  const values = [...code].map((character) => alphabet.indexOf(character));
  const wrong = values.indexOf(-1);
  if (wrong >= 0) {
    return failed(
      'alphabet',
      `第 ${wrong + 1} 位“${code[wrong]}”不是允许的字符（不使用 I、O、S、V、Z 和小写字母）`,
      `character ${wrong + 1} “${code[wrong]}” is not allowed (I, O, S, V, Z and small letters are not used)`,
    );
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) {
    return failed(
      'division',
      '第 3 至 8 位应为行政区划数字',
      'characters 3 to 8 must be the digits of a division',
    );
  }
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  if ((31 - (sum % 31)) % 31 !== values[17]) {
    return failed(
      'checkCharacter',
      '校验位不正确，请核对是否输入有误；如确为早年发放的代码，可由窗口人员确认后继续',
      'the check character is wrong; compare with the original, an old genuine code may be confirmed by the clerk',
    );
  }
  return passed;
}
