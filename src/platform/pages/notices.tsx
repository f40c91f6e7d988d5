import type { ComponentChildren } from 'preact';
import type { Refusal } from '../problems/refusal';
import { useFaults, useFields } from './faults';
import { defaultFormId } from './form-scope';
import { Icon, type IconName } from './icons';
import { useAddressed, useLocale, useWords } from './page-context';
import { pageWords } from './words';

/** A refusal above the form it answers: the sentence, then each field to correct. The reader is taken to it. */
export function Problem({
  refusal,
  formId = defaultFormId,
}: {
  /** Null when nothing was refused: then nothing is shown. */
  refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
  formId?: string;
}) {
  const locale = useLocale();
  const text = useWords(pageWords);
  const spoken = useAddressed();
  const fields = useFields();
  const { inList } = useFaults();
  if (!refusal) return null;
  return (
    <Notice tone="danger" heading={text.notDone} role="alert" isFocused>
      <p>{spoken(refusal.sentence[locale])}</p>
      {refusal.fields.length > 0 && (
        <>
          <p>{text.toCorrect}</p>
          <ul class="problem-fields">
            {fields.inOrder(refusal.fields, formId).map(({ error, field }) => (
              <li>{field ? <a href={`#${field.id}`}>{inList(error, field)}</a> : inList(error, null)}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

const noticeIcons = { info: 'info', success: 'pass', warning: 'warn', danger: 'block' } as const satisfies Record<
  string,
  IconName
>;

/** Something to know before reading on; with a role it is also read out when it appears. */
export function Notice({
  tone,
  heading,
  role,
  isFocused = false,
  children,
}: {
  tone: keyof typeof noticeIcons;
  heading?: string;
  role?: 'alert' | 'status';
  /** Takes the focus as the page opens. */
  isFocused?: boolean;
  children: ComponentChildren;
}) {
  const focus = isFocused ? { tabIndex: -1, autofocus: true } : {};
  return (
    <div class={`notice notice-${tone}`} role={role} {...focus}>
      <Icon name={noticeIcons[tone]} />
      <div>
        {heading && <p class="notice-heading">{heading}</p>}
        {children}
      </div>
    </div>
  );
}
