import type { Locale } from '../model/formDefinition.ts';

/** Words of the form view itself. */
export interface ViewTexts {
  readonly summary: (count: number) => string;
  readonly upload: string;
  readonly uploading: string;
  readonly uploadFailed: string;
  readonly noUpload: string;
  readonly tooLarge: (limit: string) => string;
  readonly wrongType: (types: string) => string;
  readonly remove: (name: string) => string;
  readonly empty: string;
  readonly row: string;
  readonly loading: string;
  readonly failed: string;
}

export const viewTexts: Readonly<Record<Locale, ViewTexts>> = {
  'zh-CN': {
    summary: (count) => `有 ${count} 处需要改正`,
    upload: '选择文件',
    uploading: '正在上传…',
    uploadFailed: '没有上传成功，请重试',
    noUpload: '此处暂不能上传文件',
    tooLarge: (limit) => `文件不能超过 ${limit}`,
    wrongType: (types) => `只能上传 ${types} 文件`,
    remove: (name) => `移除 ${name}`,
    empty: '未填写',
    row: '序号',
    loading: '正在打开表单…',
    failed: '表单没有打开，请刷新页面重试',
  },
  en: {
    summary: (count) => `${count} ${count === 1 ? 'thing needs' : 'things need'} correcting`,
    upload: 'Choose a file',
    uploading: 'Uploading…',
    uploadFailed: 'The upload failed, try again',
    noUpload: 'Files cannot be uploaded here',
    tooLarge: (limit) => `A file must not be larger than ${limit}`,
    wrongType: (types) => `Only ${types} files can be uploaded`,
    remove: (name) => `Remove ${name}`,
    empty: 'Not filled in',
    row: 'No.',
    loading: 'Opening the form…',
    failed: 'The form did not open; reload the page',
  },
};
