import type { Manifest } from '../model/manifest.ts';
import { licenseOf, type OfferedSource, offeredSources, sourceOf } from './licenseSources.ts';

export type SampleLength = 'usual' | 'long';

/** What stands on a made-up license. */
export interface Sample {
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

const COMPANY = '北京黄村老街坊餐饮管理有限公司';
/** 60 characters: the longest that a register allows. */
const LONG_COMPANY =
  '中国（北京）自由贸易试验区大兴国际机场临空经济区老街坊餐饮管理与食品供应链技术服务集团股份有限公司黄村镇第二分公司直营店';
const ADDRESS = '北京市大兴区黄村镇兴华大街二段1号院3号楼1层101';
const LONG_ADDRESS =
  '北京市大兴区礼贤镇大兴国际机场临空经济区航站楼南侧综合服务区十二号院东配楼地下一层至地上三层B1-023至B1-047及F1-101至F3-388号商业用房';
const item = (at: number) => `热食类食品制售（第${at + 1}类）`;

/** Made-up values for every placeholder of the license, ordinary or as long as they come (60 characters of name, 30 items). */
export function sampleValues(
  manifest: Manifest,
  files: ReadonlyMap<string, string>,
  length: SampleLength,
): Sample {
  const license = licenseOf(manifest);
  const sources = new Map(offeredSources(manifest, files).map((source) => [source.source, source]));
  const fields = Object.fromEntries(
    Object.entries(license?.fields ?? {}).map(([key, bound]) => [
      key,
      sampleOf(key, sourceOf(bound), sources.get(sourceOf(bound)), length),
    ]),
  );
  const isLong = length === 'long';
  return {
    fields,
    values: {
      fields,
      identifier: '1.2.156.3005.2.11100000000013338W011.11110115000000147H.20260000001.001.X',
      licenseNo: isLong ? 'JY110115202600000100-2026-0000000001' : 'JY1101152026000001',
      name: license?.name?.['zh-CN'] ?? '证照',
      holder: { name: isLong ? LONG_COMPANY : COMPANY, code: '91110115MA01SAMPLE' },
      issuer: {
        name: isLong
          ? '北京市大兴区市场监督管理局（北京大兴国际机场临空经济区分局）'
          : '北京市大兴区市场监督管理局',
        uscc: '11110115000000147H',
      },
      issueDay: '2026年11月23日',
      validFrom: '2026年11月23日',
      validTo: license?.validity === 'long-term' ? '长期' : '2031年11月22日',
    },
  };
}

function sampleOf(
  key: string,
  source: string,
  field: OfferedSource | undefined,
  length: SampleLength,
): string {
  const isLong = length === 'long';
  const said = `${key} ${field?.label ?? ''} ${source}`;
  const type = field?.type ?? '';
  if (['selectboxes', 'datagrid', 'editgrid', 'textarea'].includes(type))
    return Array.from({ length: isLong ? 30 : 3 }, (_, at) => item(at)).join('；');
  if (/address|Address|住所|地址|场所|位置/.test(said)) return isLong ? LONG_ADDRESS : ADDRESS;
  if (/phone|电话|手机/i.test(said)) return isLong ? '010-69246000 转 80001；13800000000' : '13800000000';
  if (/idNumber|creditCode|代码/.test(said)) return '91110115MA01SAMPLE';
  if (/representative|person|姓名|法定代表人|负责人|校长/i.test(said))
    return isLong ? '阿卜杜热合曼·买买提依明·努尔买买提' : '王建国';
  if (['number', 'currency'].includes(type)) return isLong ? '123456789.25' : '120';
  if (['datetime', 'day'].includes(type)) return '2026年11月23日';
  if (['select', 'radio', 'checkbox'].includes(type))
    return isLong ? '餐饮服务经营者（大型餐馆，含中央厨房和集体用餐配送单位）' : '餐饮服务经营者';
  return isLong ? LONG_COMPANY : COMPANY;
}
