import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { isAboutPassword } from '../api/isAboutPassword.ts';
import { Field } from './Field.tsx';
import { useProblemText } from './useProblemText.ts';

/** The person's own password, under which an act is done; `error` is shown here when it is about the password. */
export function OwnPasswordField(props: {
  id: string;
  value: string;
  error: unknown;
  onChange: (value: string) => void;
}) {
  const { id, value, error, onChange } = props;
  const { t } = useTranslation();
  const words = useProblemText();
  return (
    <Field
      id={id}
      label={t('task.password')}
      required
      error={isAboutPassword(error) ? words(error) : undefined}
    >
      <Input.Password
        autoComplete="current-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
