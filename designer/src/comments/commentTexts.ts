import type { Locale } from '../model/packFiles.ts';

const zh = {
  open: (count: number) => (count === 0 ? '留言' : `留言（${count}）`),
  title: '留言',
  close: '收起留言',
  help: '设计人员之间的讨论，跟着环节走，换版本也在；不写进流程文件，申请人看不到。',
  about: (name: string) => `关于“${name}”`,
  aboutPack: '关于整个办事包',
  mention: '提醒同事',
  write: (name: string) => `对“${name}”留言`,
  writePack: '对整个办事包留言',
  send: '发表',
  none: '这里还没有留言。',
  elsewhere: '其他未解决的留言',
  orphans: '环节已不在流程中',
  resolved: (count: number) => `已解决（${count}）`,
  go: (name: string) => `转到“${name}”`,
  answer: '回复',
  answerTo: (by: string) => `回复${by}的留言`,
  settle: '标为已解决',
  reopen: '重新打开',
  resolvedBy: (by: string) => `${by}标为已解决`,
  thread: (by: string, text: string) => `${by}：${text}`,
};

export type CommentTexts = typeof zh;

const en: CommentTexts = {
  open: (count: number) => (count === 0 ? 'Comments' : `Comments (${count})`),
  title: 'Comments',
  close: 'Close the comments',
  help: 'What designers say to each other. It stays with the element over versions, is not part of the process file, and applicants never see it.',
  about: (name: string) => `About “${name}”`,
  aboutPack: 'About the pack as a whole',
  mention: 'Mention a colleague',
  write: (name: string) => `Comment on “${name}”`,
  writePack: 'Comment on the pack as a whole',
  send: 'Send',
  none: 'No comments here yet.',
  elsewhere: 'Other open comments',
  orphans: 'Elements that are gone',
  resolved: (count: number) => `Resolved (${count})`,
  go: (name: string) => `Go to “${name}”`,
  answer: 'Answer',
  answerTo: (by: string) => `Answer the comment by ${by}`,
  settle: 'Mark as resolved',
  reopen: 'Open again',
  resolvedBy: (by: string) => `Resolved by ${by}`,
  thread: (by: string, text: string) => `${by}: ${text}`,
};

export const commentTexts: Readonly<Record<Locale, CommentTexts>> = { 'zh-CN': zh, en };
