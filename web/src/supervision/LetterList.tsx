import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Letter } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FileViewerDialog, type ViewedFile } from '../components/FileViewerDialog.tsx';

/** The sealed letters of an order or card, to look at, print and keep. */
export function LetterList({ base, letters }: { base: string; letters: Letter[] }) {
  const { say } = useLanguage();
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  return (
    <>
      <div className="ow-row">
        {letters.map((letter) => (
          <Button
            key={letter.id}
            icon={<EyeOutlined aria-hidden />}
            onClick={() =>
              setViewed({
                name: `${say(letter.title)}-${letter.number}.pdf`,
                mediaType: 'application/pdf',
                path: `${base}/letters/${letter.id}/content`,
              })
            }
          >
            {say(letter.title)}
          </Button>
        ))}
      </div>
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </>
  );
}
