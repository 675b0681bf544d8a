const FIELDS_A_SECTION = 9;

/** Text of a form of `components` components (rounded up to ten): sections of nine fields, each named in both languages. */
export function bigForm(components: number): string {
  const sections = Array.from({ length: Math.ceil(components / (FIELDS_A_SECTION + 1)) }, (_, at) => ({
    type: 'panel',
    key: `section${at}`,
    title: `第${at + 1}部分`,
    label: `第${at + 1}部分`,
    input: false,
    properties: { en: `Part ${at + 1}` },
    components: Array.from({ length: FIELDS_A_SECTION }, (_, index) => field(at, index)),
  }));
  const form = { title: '大表单', display: 'form', properties: { en: 'Large form' }, components: sections };
  return `${JSON.stringify(form, null, 2)}\n`;
}

function field(section: number, index: number): object {
  const common = {
    key: `field${section}n${index}`,
    label: `第${section + 1}部分内容${index + 1}`,
    input: true,
    properties: { en: `Content ${section + 1}.${index + 1}` },
  };
  const kinds = [
    { type: 'textfield', validate: { required: true, maxLength: 100 } },
    { type: 'number' },
    { type: 'textarea', rows: 3 },
    {
      type: 'radio',
      values: [
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
      ],
    },
  ];
  return { ...common, ...kinds[index % kinds.length] };
}
