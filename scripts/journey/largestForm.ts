/** The largest form that is promised to work: every kind of field, in panels of 25, every fifth shown on a condition. */

interface Component {
  readonly type: string;
  readonly key: string;
  readonly label: string;
  readonly input: boolean;
  readonly [name: string]: unknown;
}

export const largestFormSize = 150;
const aPanel = 25;

const options = ['good', 'fair', 'poor'].map((value, index) => ({ value, label: `选项${index + 1}` }));
const english = Object.fromEntries(options.map(({ value }) => [`en.${value}`, `Option ${value}`]));

const kinds: ((key: string) => Omit<Component, 'key' | 'label' | 'input'>)[] = [
  () => ({ type: 'textfield', validate: { required: true, maxLength: 100 } }),
  () => ({ type: 'number', validate: { required: true, min: 0, max: 1000 }, decimalLimit: 2 }),
  () => ({ type: 'radio', validate: { required: true }, values: options, inline: true, more: english }),
  () => ({
    type: 'select',
    validate: { required: true },
    dataSrc: 'values',
    data: { values: options },
    widget: 'html5',
    more: english,
  }),
  () => ({ type: 'textarea', validate: { maxLength: 500 }, rows: 2 }),
  () => ({ type: 'checkbox' }),
];

function componentAt(index: number): Component {
  const key = `field${index + 1}`;
  const made = (kinds[index % kinds.length] as (typeof kinds)[number])(key);
  const { more = {}, ...rest } = made as Record<string, unknown>;
  const asked = index % aPanel;
  const conditional =
    asked > 5 && index % 5 === 0
      ? { conditional: { show: true, when: `field${index - asked + 1}`, eq: '展开' } }
      : {};
  return {
    key,
    label: `第 ${index + 1} 项`,
    input: true,
    ...(rest as { type: string }),
    ...conditional,
    properties: { en: `Item ${index + 1}`, ...(more as object) },
  };
}

/** Panels with 150 components that take an answer. */
export function largestComponents(): Record<string, unknown>[] {
  const all = Array.from({ length: largestFormSize }, (_, index) => componentAt(index));
  return Array.from({ length: largestFormSize / aPanel }, (_, panel) => ({
    type: 'panel',
    key: `panel${panel + 1}`,
    title: `第 ${panel + 1} 部分`,
    label: `第 ${panel + 1} 部分`,
    input: false,
    collapsible: false,
    properties: { en: `Part ${panel + 1}` },
    components: all.slice(panel * aPanel, (panel + 1) * aPanel),
  }));
}

/** A complete, right answer to it, with everything shown that a condition hides. */
export function largestAnswers(): Record<string, unknown> {
  const answer = (index: number): unknown => {
    const kind = index % kinds.length;
    if (index % aPanel === 0 && kind === 0) return '展开';
    return [`第 ${index + 1} 项的内容`, index + 0.5, 'good', 'fair', '一些说明', true][kind];
  };
  return Object.fromEntries(
    Array.from({ length: largestFormSize }, (_, index) => [`field${index + 1}`, answer(index)]),
  );
}
