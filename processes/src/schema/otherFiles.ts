import { licensePlaceholders } from './licenseSchema.ts';
import { noticePlaceholders } from './noticeSchema.ts';

const names = (list: readonly string[]) => list.map((name) => `\`{{${name}}}\``).join(' ');

/** What an author needs to know of the files beside `pack.yaml`; part of docs/packs.md. */
export const otherFiles = `
## notices/*.yaml

给申请人的通知，文件名即通知的标识；由流程中 topic 为 \`notify\` 的外部任务（参数 \`notice\`）发送。  
Messages to the applicant; the file's name is the key of the notice. Sent by an external task of topic \`notify\` (parameter \`notice\`).

\`\`\`yaml
title: {zh-CN: '您的{{itemName}}申请已准予', en: 'Your application for {{itemName}} has been granted'}
body:
  zh-CN: '{{applicantName}}：请到{{windowName}}领取。'
  en: '{{applicantName}}: collect it at {{windowName}}.'
channels: [inApp, sms]        # inApp sms print; 不写为 inApp, inApp when left out
\`\`\`

占位符 Placeholders: ${names(noticePlaceholders)}

文书（\`documents\`）的正文用同样的占位符。 The texts of \`documents\` take the same.

## license.yaml

证照样式；由 topic 为 \`issue-license\` 的外部任务签发。下面的各项都要有，\`border\`、\`rosette\`、\`columns\`、\`pictures\`、\`statement\`、\`footer\`
可以不写；从相近办事包的 license.yaml 改起最快，设计器“证照”页可以边改边看。  
How the license looks; issued by an external task of topic \`issue-license\`. What stands below is required but for \`columns\` and
\`span\`; \`border\`, \`rosette\`, \`pictures\`, \`statement\` and \`footer\` may be added. Begin with that of a similar pack; the designer shows it
while it is edited.

\`\`\`yaml
schemaVersion: 1
page: {size: A4, orientation: landscape}
title: 公开募捐方案备案证明
number: {label: 编号, value: '{{licenseNo}}'}
columns: 2
fields:
  - {label: 名称, value: '{{fields.holderName}}', span: 2}      # license.fields.holderName of pack.yaml
signature: {label: 备案机关, body: '{{issuer.name}}', dateLabel: 日期, date: '{{issueDay}}'}
identifier: {label: 证照标识, value: '{{identifier}}'}
\`\`\`

占位符 Placeholders: \`{{fields.<key>}}\`（\`license.fields\`）${names(licensePlaceholders)}；\`{{validTo?}}\` 没有时不写 left out where there is none.
`;
