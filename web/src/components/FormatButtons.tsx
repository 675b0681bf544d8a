import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

export type FileFormat = 'xlsx' | 'csv';

/** Buttons that give a table as a file. `taking` is the format that is being made. */
export function FormatButtons({
  taking,
  onTake,
}: {
  taking: FileFormat | undefined;
  onTake: (format: FileFormat) => void;
}) {
  const { t } = useTranslation();
  return (['xlsx', 'csv'] as const).map((format) => (
    <Button
      key={format}
      icon={<DownloadOutlined aria-hidden />}
      loading={taking === format}
      onClick={() => onTake(format)}
    >
      {t(`desk.export.${format}`)}
    </Button>
  ));
}
