import { FileField } from '../../platform/pages/fields';
import { useWords } from '../../platform/pages/page-context';
import { scanWords } from '../scans.words';

/** Beside number and day of a letter or decision, or, `required`, by itself; a form with it is `isMultipart`. */
export function ScanField({ required = false }: { required?: boolean }) {
  const say = useWords(scanWords);
  return (
    <FileField
      name="file"
      label={say.chosen}
      hint={required ? say.chosenWhat : `${say.chosenLater} ${say.chosenWhat}`}
      required={required}
      accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
    />
  );
}
