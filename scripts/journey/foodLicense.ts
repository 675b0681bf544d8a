import { readFileSync } from 'node:fs';
import type { Json } from './apiClient.ts';

/** A made-up restaurant; the credit code has a valid check character and belongs to nobody. */
export const restaurant = {
  kind: 'legal',
  name: '北京兴旺家常菜餐饮有限公司',
  idType: '001',
  idNumber: '91110115MA01A2B3CK',
  phone: '13800000001',
  legalRepresentative: '张兴旺',
};

export const foodApplication: Json = {
  operatorName: restaurant.name,
  creditCode: restaurant.idNumber,
  operatorType: 'company',
  legalRepresentative: restaurant.legalRepresentative,
  registeredAddress: '北京市大兴区黄村镇兴华大街1号',
  contactName: '李小兰',
  contactPhone: '13800000001',
  premisesAddress: '北京市大兴区黄村镇兴华大街1号1层',
  premisesArea: 180,
  premisesTenure: 'leased',
  externalWarehouse: 'no',
  businessKind: 'catering',
  businessItems: { hotDishes: true, coldDishes: true, homemadeDrinks: true },
  networkSale: 'no',
  staffCount: 12,
  healthCertificateCount: 12,
  safetyManagerName: '王安全',
  safetyManagerPhone: '13800000002',
  equipment: [{ equipmentName: '冷藏柜', quantity: 4, location: '后厨' }],
  declared: true,
};

export const reviewPassed: Json = {
  identityCheck: 'conform',
  scopeCheck: 'conform',
  layoutCheck: 'conform',
  systemCheck: 'conform',
  opinion: '申请材料齐全，内容真实，建议安排现场核查。',
};

/**
 * A drawn photograph of a shop front with the EXIF data of a camera: taken 2026-11-23 10:30 at 116.338 E, 39.727 N.
 * Each title makes a file of its own (a JPEG comment), the picture is the same.
 */
export function samplePhoto(title = ''): Uint8Array {
  const picture = readFileSync(new URL('./fixtures/shopfront.jpg', import.meta.url));
  if (title === '') return picture;
  const text = Buffer.from(title);
  const head = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff]);
  return Buffer.concat([picture.subarray(0, 2), head, text, picture.subarray(2)]);
}

/** The inspection report of a day (YYYY-MM-DD), with the uploaded file of its photograph where there is one. */
export function inspectionReport(day: string, image?: Json): Json {
  const checks = [
    'surroundings',
    'layout',
    'equipmentState',
    'water',
    'disinfection',
    'storage',
    'pestControl',
    'staffHealth',
    'management',
  ];
  return {
    inspectedOn: day,
    premisesAddress: '北京市大兴区黄村镇兴华大街1号1层',
    siteContact: '李小兰',
    inspectorOneName: '陈核查',
    inspectorOneCertificate: '京兴执法001',
    inspectorTwoName: '林核查',
    inspectorTwoCertificate: '京兴执法002',
    ...Object.fromEntries(checks.map((check) => [check, 'conform'])),
    photos: [
      {
        subject: '门头',
        takenAt: `${day} 10:30`,
        longitude: 116.338,
        latitude: 39.727,
        ...(image === undefined ? {} : { image: [image] }),
      },
    ],
    conclusion: '现场核查符合要求。',
    operatorConfirmed: true,
  };
}

export const samplingOrder: Json = {
  agency: '北京市食品检验研究院',
  samples: [{ sampleName: '自制饮品', quantity: 3 }],
  reason: '自制饮品需要抽样检验',
  expectedDays: 7,
};

export function samplingResult(day: string): Json {
  return { reportNo: 'JY-2026-0001', reportedOn: day, result: 'qualified' };
}

export const decisionGranted: Json = {
  reason: '经审查和现场核查，符合《食品经营许可和备案管理办法》规定的条件。',
  legalGround: '《中华人民共和国食品安全法》第三十五条',
};

export function deliveryAtWindow(day: string): Json {
  return { method: 'window', deliveredOn: day, receiverName: '李小兰', receiverKind: 'applicant' };
}

/** Each required material with a small PDF of its own. */
export const foodMaterials = [
  'businessLicense',
  'legalRepresentativeId',
  'floorPlan',
  'equipmentLayout',
  'safetySystem',
] as const;

/** A one-page PDF, different for each title. */
export function samplePdf(title: string): Uint8Array {
  const content = `BT /F1 12 Tf 72 720 Td (${title}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
