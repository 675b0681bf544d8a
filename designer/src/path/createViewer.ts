import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { translateToChinese } from '../i18n/bpmnChinese.ts';
import type { Locale } from '../model/packFiles.ts';

/** A viewer in an element, for a picture that is only looked at. The wheel scrolls the page, not the picture. */
export function createViewer(container: HTMLElement, locale: Locale): ModelerLike {
  const translate = locale === 'zh-CN' ? [{ translate: ['value', translateToChinese] }] : [];
  const options = { container, additionalModules: [...translate, { zoomScroll: ['value', {}] }] };
  return new NavigatedViewer(options as never) as unknown as ModelerLike;
}
