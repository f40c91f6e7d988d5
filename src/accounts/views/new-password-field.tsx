import { PasswordField } from '../../platform/pages/fields';
import { useWords } from '../../platform/pages/page-context';
import { newPasswordWords } from '../new-password';

/** Where somebody chooses a password, wherever that is. */
export function NewPasswordField({ name = 'password' }: { name?: string }) {
  const { label, hint } = useWords(newPasswordWords);
  return <PasswordField name={name} label={label} hint={hint} autocomplete="new-password" required />;
}
