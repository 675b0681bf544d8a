/** Texts that a new notice begins with, by kind; what `{{…}}` names is filled in when it is sent. */
const starts = {
  accepted: {
    title: ['您的申请已受理', 'Your application has been accepted'],
    body: [
      '{{applicantName}}：您申请的{{itemName}}（受理编号 {{caseNo}}）已受理，办理期限到{{dueDay}}。办理进度：{{progressUrl}}',
      '{{applicantName}}: your application for {{itemName}} (case {{caseNo}}) has been accepted; it is due on {{dueDay}}. Progress: {{progressUrl}}',
    ],
  },
  granted: {
    title: ['您的申请已准予', 'Your application has been granted'],
    body: [
      '{{applicantName}}：您申请的{{itemName}}（受理编号 {{caseNo}}）已于{{decidedDay}}准予。请到{{windowName}}领取。办理进度：{{progressUrl}}',
      '{{applicantName}}: your application for {{itemName}} (case {{caseNo}}) was granted on {{decidedDay}}. Collect it at {{windowName}}. Progress: {{progressUrl}}',
    ],
  },
  refused: {
    title: ['您的申请未获准予', 'Your application was refused'],
    body: [
      '{{applicantName}}：您申请的{{itemName}}（受理编号 {{caseNo}}）已于{{decidedDay}}作出不予许可的决定。理由：{{reason}}。您可以依法申请行政复议或者提起行政诉讼，期限见决定书。',
      '{{applicantName}}: your application for {{itemName}} (case {{caseNo}}) was refused on {{decidedDay}}. Reason: {{reason}}. You may ask for reconsideration or go to court within the time stated in the decision.',
    ],
  },
  supplement: {
    title: ['请补充材料', 'Please hand in more material'],
    body: [
      '{{applicantName}}：您申请的{{itemName}}（受理编号 {{caseNo}}）需要补充材料：{{reason}}。办理进度：{{progressUrl}}',
      '{{applicantName}}: your application for {{itemName}} (case {{caseNo}}) needs more material: {{reason}}. Progress: {{progressUrl}}',
    ],
  },
  ready: {
    title: ['您的证照可以领取了', 'Your license is ready'],
    body: [
      '{{applicantName}}：您的{{licenseName}}（{{licenseNo}}）可以到{{windowName}}领取，请带身份证件。',
      '{{applicantName}}: your {{licenseName}} ({{licenseNo}}) can be collected at {{windowName}}; bring your identity document.',
    ],
  },
} as const;

export type NoticeKind = keyof typeof starts;
export const noticeKinds = Object.keys(starts) as NoticeKind[];

/** Text of `notices/<key>.yaml` for a new notice. */
export function newNotice(kind: NoticeKind): string {
  const { title, body } = starts[kind];
  return [
    `title: {zh-CN: ${title[0]}, en: ${title[1]}}`,
    'body:',
    '  zh-CN: |',
    `    ${body[0]}`,
    '  en: |',
    `    ${body[1]}`,
    'channels: [inApp, sms]',
    '',
  ].join('\n');
}

/** A free file name: `notices/granted.yaml`, `notices/granted2.yaml`. */
export function noticePath(kind: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let path = `notices/${kind}.yaml`;
  for (let at = 2; used.has(path); at += 1) path = `notices/${kind}${at}.yaml`;
  return path;
}
