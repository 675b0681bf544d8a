import type { DocumentTemplate } from '@onewindow/signing';

const table: DocumentTemplate['blocks'][number] = {
  type: 'table',
  from: 'rows',
  columns: [
    { title: '序号', value: '{{index}}', width: 0.7, align: 'centre' },
    { title: '办件编号', value: '{{caseNo}}', width: 2.4, align: 'left' },
    { title: '事项', value: '{{item}}', width: 2.2, align: 'left' },
    { title: '申请人', value: '{{applicant}}', width: 1.2, align: 'left' },
    { title: '原件', value: '{{materials}}', width: 3.4, align: 'left' },
  ],
};

/** 材料交接单: under the seal of the sending body; who receives signs the paper as well. */
export const slipTemplate: DocumentTemplate = {
  schemaVersion: 1,
  kind: 'handoverSlip',
  title: '材料交接单',
  addressee: '{{to}}',
  blocks: [
    {
      type: 'paragraph',
      text: '{{from}}代收的下列申请材料现移交{{to}}，共 {{cases}} 件办件、{{pieces}} 件原件，请逐件核对后确认接收。',
    },
    table,
    {
      type: 'fields',
      rows: [
        { label: '移交人员', value: '{{by}}' },
        { label: '移交时间', value: '{{sentAt}}' },
        { label: '说明', value: '{{note}}' },
        { label: '接收人员（签字）', value: '　' },
      ],
    },
  ],
};

/** 材料接收确认: under the seal of the receiving body, with what differs. */
export const receiptTemplate: DocumentTemplate = {
  schemaVersion: 1,
  kind: 'handoverReceipt',
  title: '材料接收确认',
  addressee: '{{from}}',
  blocks: [
    {
      type: 'paragraph',
      text: '{{to}}已接收交接单 {{number}} 所列材料，共 {{cases}} 件办件、{{pieces}} 件原件，核对情况如下。',
    },
    table,
    {
      type: 'table',
      from: 'differences',
      columns: [
        { title: '办件编号', value: '{{caseNo}}', width: 2, align: 'left' },
        { title: '与交接单不符之处', value: '{{words}}', width: 4, align: 'left' },
      ],
      empty: '与交接单一致',
    },
    {
      type: 'fields',
      rows: [
        { label: '接收人员', value: '{{receivedBy}}' },
        { label: '接收时间', value: '{{receivedAt}}' },
      ],
    },
  ],
};
