import {
  CommentOutlined,
  DownloadOutlined,
  FullscreenOutlined,
  LeftOutlined,
  PrinterOutlined,
  RedoOutlined,
  RightOutlined,
  VerticalAlignMiddleOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zoom } from './pageGeometry.ts';

export interface ViewerToolbarProps {
  name: string;
  page: number;
  count: number;
  /** Scale as shown, 1 is 100 %. */
  scale: number;
  annotating: boolean;
  onPage: (page: number) => void;
  onZoom: (zoom: Zoom | 'in' | 'out') => void;
  onTurn: () => void;
  /** Left out: no notes can be put here. */
  onAnnotate?: (() => void) | undefined;
  onSave: () => void;
  /** Left out: this kind is not printed. */
  onPrint?: (() => void) | undefined;
}

/** Page, zoom, turn, note, download and print of one shown file. */
export function ViewerToolbar(props: ViewerToolbarProps) {
  const { t } = useTranslation();
  const { page, count, scale, onPage, onZoom } = props;
  const button = (icon: ReactNode, label: string, run: () => void, disabled = false) => (
    <Button size="small" icon={icon} aria-label={label} title={label} disabled={disabled} onClick={run} />
  );
  return (
    <div
      className="ow-viewer-tools ow-row"
      role="group"
      aria-label={t('desk.viewer.toolbar', { name: props.name })}
    >
      {count < 2 ? null : (
        <>
          {button(<LeftOutlined aria-hidden />, t('desk.viewer.previous'), () => onPage(page - 1), page <= 1)}
          <span className="ow-nums ow-small" role="status">
            {t('desk.viewer.page', { page, count })}
          </span>
          {button(
            <RightOutlined aria-hidden />,
            t('desk.viewer.next'),
            () => onPage(page + 1),
            page >= count,
          )}
        </>
      )}
      {button(<ZoomOutOutlined aria-hidden />, t('desk.viewer.zoomOut'), () => onZoom('out'))}
      <span className="ow-nums ow-small" role="status" data-zoom>
        {Math.round(scale * 100)}%
      </span>
      {button(<ZoomInOutlined aria-hidden />, t('desk.viewer.zoomIn'), () => onZoom('in'))}
      {button(<VerticalAlignMiddleOutlined rotate={90} aria-hidden />, t('desk.viewer.fitWidth'), () =>
        onZoom('width'),
      )}
      {button(<FullscreenOutlined aria-hidden />, t('desk.viewer.fitPage'), () => onZoom('page'))}
      {button(<RedoOutlined aria-hidden />, t('desk.viewer.rotate'), props.onTurn)}
      {props.onAnnotate === undefined ? null : (
        <Button
          size="small"
          icon={<CommentOutlined aria-hidden />}
          aria-pressed={props.annotating}
          onClick={props.onAnnotate}
        >
          {t('desk.annotation.add')}
        </Button>
      )}
      <span className="ow-grow" />
      {props.onPrint === undefined
        ? null
        : button(<PrinterOutlined aria-hidden />, t('common.print'), props.onPrint)}
      {button(<DownloadOutlined aria-hidden />, t('common.download'), props.onSave)}
    </div>
  );
}
