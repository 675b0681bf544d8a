import { Option } from 'commander';

export function languageOption(): Option {
  return new Option('--lang <language>', '语言 language').choices(['zh-CN', 'en']).default('zh-CN');
}
