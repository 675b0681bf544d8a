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
  readonly workdaysAhead: (workdays: number) => string;
  readonly signature: {
    readonly draw: string;
    readonly drawHelp: string;
    readonly clear: string;
    readonly useDrawn: string;
    readonly typed: string;
    readonly useTyped: string;
    readonly nothingDrawn: string;
    readonly nothingTyped: string;
    readonly drawn: string;
    readonly typedName: (name: string) => string;
    readonly signedOn: (day: string) => string;
    readonly again: string;
    readonly done: string;
  };
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
    workdaysAhead: (workdays) =>
      workdays === 0 ? '不能早于今天。' : `最早为今天起第 ${workdays} 个工作日（按法定工作日计算）。`,
    signature: {
      draw: '手写签名区',
      drawHelp: '用手指、触控笔或鼠标在框内签名；也可以在下面键入姓名。',
      clear: '重写',
      useDrawn: '确认手写签名',
      typed: '不便手写的，键入姓名',
      useTyped: '以键入的姓名签名',
      nothingDrawn: '框内还没有签名',
      nothingTyped: '请键入姓名',
      drawn: '手写签名',
      typedName: (name) => `${name}（键入签名）`,
      signedOn: (day) => `签署日期 ${day}`,
      again: '重新签名',
      done: '已签名',
    },
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
    workdaysAhead: (workdays) =>
      workdays === 0
        ? 'Not before today.'
        : `At the earliest working day number ${workdays} from today (legal working days).`,
    signature: {
      draw: 'Place to sign',
      drawHelp: 'Sign in the box by finger, pen or mouse, or type your name below.',
      clear: 'Clear',
      useDrawn: 'Sign with this',
      typed: 'Or type your name',
      useTyped: 'Sign with the typed name',
      nothingDrawn: 'Nothing is drawn yet',
      nothingTyped: 'Type your name',
      drawn: 'Signed by hand',
      typedName: (name) => `${name} (typed signature)`,
      signedOn: (day) => `Signed on ${day}`,
      again: 'Sign again',
      done: 'Signed',
    },
    empty: 'Not filled in',
    row: 'No.',
    loading: 'Opening the form…',
    failed: 'The form did not open; reload the page',
  },
};
