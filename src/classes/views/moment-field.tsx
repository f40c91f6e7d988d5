import { dayOf, showTime } from '../../platform/clock';
import { Field, type FieldProps } from '../../platform/pages/field';
import { textAt, useForm } from '../../platform/pages/form-scope';

/** A day and a time by the wall clock of Ho Chi Minh City; the browser sends `YYYY-MM-DDTHH:mm`. */
export function MomentField(props: FieldProps) {
  const { values } = useForm();
  return (
    <Field
      {...props}
      control={(attributes) => (
        <input
          {...attributes}
          class="form-control field-short"
          type="datetime-local"
          value={textAt(values, props.name)}
        />
      )}
    />
  );
}

/** A moment as such a field shows it. */
export function momentToType(moment: Date): string {
  return `${dayOf(moment)}T${showTime(moment)}`;
}
