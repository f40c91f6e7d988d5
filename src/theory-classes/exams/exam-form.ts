import { showTime } from '../../platform/clock';
import type { FormValues } from '../../platform/pages/form-scope';
import type { FieldError } from '../../platform/problems/refusal';
import type { ExamItem } from './exams.queries';

type Typed = Readonly<Record<string, unknown>>;

const textOf = (body: Typed, name: string) => {
  const value = body[name];
  return typeof value === 'string' ? value.trim() : '';
};
const filledLines = (body: Typed, names: readonly string[]) =>
  Array.from({ length: 60 }, (_, index) => index + 1).filter((line) =>
    names.some((name) => textOf(body, `${name}${line}`) !== ''),
  );

const roomNames = ['room', 'places'] as const;
const watchNames = ['lecturer', 'code', 'watch', 'phone'] as const;
const lines = (body: Typed) => ({ rooms: filledLines(body, roomNames), invigilators: filledLines(body, watchNames) });

/** The lines of a form: up to the last that is filled, and room for one more. */
export function shownLines(values: Typed, names: readonly string[], least: number): number[] {
  const last = Object.entries(values).reduce((most, [field, value]) => {
    const [, name, line] = /^([a-z]+)(\d+)$/.exec(field) ?? [];
    return name && names.includes(name) && value ? Math.max(most, Number(line)) : most;
  }, 0);
  return Array.from({ length: Math.max(least, Math.min(last, 59) + 1) }, (_, index) => index + 1);
}

/** The request a typed form stands for; lines left blank are none. */
export function readExamForm(body: Typed): Record<string, unknown> {
  const { rooms, invigilators } = lines(body);
  const flat = Object.entries(body).filter(([name]) => !/^(room|places|lecturer|code|watch|phone)\d+$/.test(name));
  return {
    ...Object.fromEntries(flat),
    ...(rooms.length > 0 && {
      rooms: rooms.map((line) => ({ roomId: textOf(body, `room${line}`), places: textOf(body, `places${line}`) })),
    }),
    ...(invigilators.length > 0 && {
      invigilators: invigilators.map((line) => ({
        lecturerId: textOf(body, `lecturer${line}`),
        personCode: textOf(body, `code${line}`),
        roomId: textOf(body, `watch${line}`),
        phone: textOf(body, `phone${line}`),
      })),
    }),
  };
}

const fieldNames: Readonly<Record<string, string>> = {
  'rooms.roomId': 'room',
  'rooms.places': 'places',
  'invigilators.lecturerId': 'lecturer',
  'invigilators.personCode': 'code',
  'invigilators.roomId': 'watch',
  'invigilators.phone': 'phone',
};

/** What is wrong, at the fields of the form. */
export function errorsInExamForm(errors: readonly FieldError[], body: Typed): FieldError[] {
  const filled = lines(body);
  return errors.map((error) => {
    const [list, place, name] = error.field.split('.') as ['rooms' | 'invigilators', string?, string?];
    if (list !== 'rooms' && list !== 'invigilators') return error;
    const line = filled[list][Number(place ?? 0)] ?? 1;
    const field = fieldNames[`${list}.${name}`] ?? (list === 'rooms' ? 'room' : 'lecturer');
    return { ...error, field: `${field}${line}` };
  });
}

/** What the form of an examination begins with. */
export function storedExam(exam: ExamItem): FormValues {
  const { day, startsAt, endsAt, halfDayId, note, rooms, invigilators } = exam;
  const each = <T>(items: readonly T[], values: (item: T) => Record<string, string | number | null>) =>
    items.flatMap((item, index) =>
      Object.entries(values(item)).map(([name, value]) => [`${name}${index + 1}`, value] as const),
    );
  return {
    ...{ day, halfDayId, note, startTime: showTime(startsAt), endTime: showTime(endsAt) },
    roomSharedReason: rooms.find(({ sharedReason }) => sharedReason !== null)?.sharedReason ?? null,
    ...Object.fromEntries([
      ...each(rooms, ({ roomId, places }) => ({ room: roomId, places })),
      ...each(invigilators, ({ lecturerId, personCode, roomId, phone }) => ({
        ...{ lecturer: lecturerId, code: personCode, watch: roomId, phone },
      })),
    ]),
  };
}
