import type { Locale } from '../model/formDefinition.ts';

/** Words of the form view itself. */
export interface ViewTexts {
  readonly summary: (count: number) => string;
  readonly upload: string;
  readonly uploadPhoto: string;
  readonly uploading: (name: string) => string;
  readonly uploadFailed: string;
  readonly noUpload: string;
  /** What came of looking for time and place in a photograph. */
  readonly photo: { readonly filled: string; readonly silent: string };
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
    uploadPhoto: '拍照或选择照片',
    uploading: (name) => `正在上传 ${name}`,
    uploadFailed: '没有上传成功，请重试',
    noUpload: '此处暂不能上传文件',
    photo: {
      filled: '已按照片记录填写拍摄时间、位置，请核对',
      silent: '照片没有记录拍摄时间和位置，请手工填写',
    },
    remove: (name) => `移除 ${name}`,
    empty: '未填写',
    row: '序号',
    loading: '正在打开表单…',
    failed: '表单没有打开，请刷新页面重试',
  },
  en: {
    summary: (count) => `${count} ${count === 1 ? 'thing needs' : 'things need'} correcting`,
    upload: 'Choose a file',
    uploadPhoto: 'Take or choose a photo',
    uploading: (name) => `Uploading ${name}`,
    uploadFailed: 'The upload failed, try again',
    noUpload: 'Files cannot be uploaded here',
    photo: {
      filled: 'Time and place are filled in from the photo; check them',
      silent: 'The photo says no time and place; fill them in',
    },
    remove: (name) => `Remove ${name}`,
    empty: 'Not filled in',
    row: 'No.',
    loading: 'Opening the form…',
    failed: 'The form did not open; reload the page',
  },
};
