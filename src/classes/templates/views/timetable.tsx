import { Card, PageHeader } from '../../../platform/pages/blocks';
import type { Choice } from '../../../platform/pages/choices';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { useWords } from '../../../platform/pages/page-context';
import { codedName } from '../../coded-name';
import type { TemplateItem } from '../templates.queries';
import { templateWords } from '../templates.words';
import type { ClassItem } from '../../classes.queries';
import { PatternFields } from '../../timetable/views/fields';

/** The usual days of a template laid on a class that was just planned; the preview is the timetable's own. */
export function TemplateTimetable({
  template,
  item,
  rooms,
  lecturers,
}: {
  template: TemplateItem;
  item: ClassItem;
  rooms: readonly Choice[];
  lecturers: readonly Choice[];
}) {
  const say = useWords(templateWords);
  const { weekdays, parts, halfDayCount, roomId } = template;
  const values = {
    weekdays,
    parts,
    from: item.opensOn,
    to: halfDayCount === null ? item.closesOn : '',
    count: halfDayCount,
    skipHolidays: 'true',
    roomId: item.roomId ?? roomId,
  };
  return (
    <>
      <PageHeader title={say.timetable} back={{ href: `/classes/${item.id}`, label: codedName(item) }} />
      <Card>
        <p>{say.timetableHint(template.name)}</p>
        <Form action={`/classes/${item.id}/timetable`} values={values}>
          <PatternFields rooms={rooms} lecturers={lecturers} />
          <div class="actions">
            <SubmitButton label={say.preview} />
            <LinkButton href={`/classes/${item.id}`} label={say.later} />
          </div>
        </Form>
      </Card>
    </>
  );
}
