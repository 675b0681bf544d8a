import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { importPack } from '../api/packs.ts';
import { useAction } from '../components/useAction.ts';

/** Takes a signed archive of another installation in as a draft, and opens it. */
export function ImportPackButton() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const take = useAction({
    run: (archive: File, key) => importPack(archive, key),
    success: t('together.list.imported'),
    done: async ({ packCode }) => {
      await navigate(`/designer/${packCode}`);
    },
  });
  return (
    <>
      <Button loading={take.isPending} onClick={() => input.current?.click()}>
        {t('together.list.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".zip"
        hidden
        aria-label={t('together.list.import')}
        onChange={(event) => {
          const [archive] = event.target.files ?? [];
          event.target.value = '';
          if (archive !== undefined) take.mutate(archive);
        }}
      />
    </>
  );
}
