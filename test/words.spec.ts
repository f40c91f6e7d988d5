import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bilingual, type Locale } from '../src/platform/messages/words';
import { ownAccountWords } from '../src/accounts/own/own-account.words';
import { secondFactorWords } from '../src/accounts/second-factors/second-factors.words';
import { feedWords } from '../src/calendars/calendar-feeds.words';
import { calendarWords } from '../src/calendars/half-day-calendar.words';
import { classWords } from '../src/classes/classes.words';
import { holidayWords } from '../src/classes/holidays/holidays.words';
import { roomAndLecturerWords } from '../src/classes/places/rooms-and-lecturers.words';
import { timetableWords } from '../src/classes/timetable/timetable.words';
import { courseWords } from '../src/courses/courses.words';
import { cadreWords } from '../src/desks/cadre-desk.words';
import { deskWords, keepingWords } from '../src/desks/desks.words';
import { managerWords } from '../src/desks/manager-desk.words';
import { officeWords } from '../src/desks/office-desk.words';
import { invariantWords } from '../src/desks/invariants.words';
import { menu } from '../src/desks/menu';
import { checkInWords } from '../src/enrollments/check-ins/check-ins.words';
import { leaveWords } from '../src/enrollments/leave/leave.words';
import { unitWords } from '../src/organization/units.words';
import { peopleWords } from '../src/people/people.words';
import { rosterWords } from '../src/people/rosters/imports.words';
import { mailWords } from '../src/platform/mailer/mail.words';
import { choiceWords } from '../src/reminders/choices/choices.words';
import { ledgerWords } from '../src/reminders/ledger.words';
import { noticeWords, reminderWords } from '../src/reminders/reminders.words';
import { settingWords } from '../src/reminders/settings/settings.words';
import { textWords } from '../src/reminders/texts/texts.words';
import { trainingRecordWords } from '../src/training-records/training-records.words';
import { webhookWords } from '../src/webhooks/webhooks.words';

const sources = join(__dirname, '..', 'src');
const spoken = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(words|refusals)\.ts$|\/rules\/[a-z-]+\.ts$/.test(path) && !path.includes('.spec.'))
  .map((path) => ({ path, text: readFileSync(join(sources, path), 'utf8') }));

/** What stands between quotation marks, as far as it is said to somebody. */
const sentencesIn = (text: string): string[] =>
  [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, plain, filled]) => plain ?? filled ?? '')
    .filter((said) => /[\p{L}]{2}/u.test(said));

const isVietnamese = (said: string): boolean =>
  /[ăâđêôơưạảãáàẹẻẽéèịỉĩíìọỏõóòụủũúùỵỷỹýỳấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/i.test(said);

/** docs/words.md says what is said instead. */
const forbidden: Readonly<Record<Locale, readonly RegExp[]>> = {
  vi: [
    /Xuất Excel|Tải tệp Excel|Tải danh sách Excel|Tải về Excel|Tải bảng tính/,
    /Cần điền mục này/,
    /Đến lượt đồng chí/,
    /Thực hiện với các dòng/,
    /Thư hệ thống đã viết|Thư đã soạn gửi/,
    /; hãy .*[.:]$/,
    /vui lòng/i,
    /đồng chí này|đồng chí đó/i,
    /danh sách chờ(?! bằng)/,
    /\b(click|email này|user|server)\b/i,
    /(đến|hạn) \d\d:\d\d/,
    /(đến|hạn|trước) \$\{showMoment\(/,
  ],
  en: [
    /\b(mend|mended|mends)\b/i,
    /telephone/i,
    /\bwhoever\b/i,
    /Export to Excel|Download as Excel|Save as a workbook|Spreadsheet$/,
    /without marks/,
    /Loosen/,
    /where it stands/,
    /opens? nothing/,
    /Load the page again/,
    /Lasting$/,
    /until \$\{showMoment\(/,
  ],
};

const of = (table: Readonly<Record<Locale, object>>, key: string): Bilingual => ({
  vi: (table.vi as Record<string, string>)[key]!,
  en: (table.en as Record<string, string>)[key]!,
});
const inMenu = (href: string): Bilingual => menu.find((entry) => entry.href === href)!.label;

/** Whatever leads to a page, and its heading where that is the same for everybody. */
const names: Readonly<Record<string, readonly Bilingual[]>> = {
  '/classes': [inMenu('/classes'), of(classWords, 'classes'), of(classWords, 'allClasses'), of(reminderWords, 'back')],
  '/calendar': [
    inMenu('/calendar'),
    of(calendarWords, 'calendar'),
    of(deskWords, 'calendar'),
    of(classWords, 'calendar'),
  ],
  '/people': [of(peopleWords, 'people'), of(keepingWords, 'people')],
  '/roster-imports': [inMenu('/roster-imports'), of(rosterWords, 'rosters'), of(keepingWords, 'rosters')],
  '/courses': [inMenu('/courses'), of(courseWords, 'courses'), of(courseWords, 'back')],
  '/check-in': [inMenu('/check-in'), of(checkInWords, 'title'), of(checkInWords, 'back'), of(cadreWords, 'checkIn')],
  '/leave-requests': [inMenu('/leave-requests'), of(leaveWords, 'title')],
  '/units': [inMenu('/units'), of(unitWords, 'title'), of(peopleWords, 'units')],
  '/my-training-record': [inMenu('/my-training-record'), of(trainingRecordWords, 'mine'), of(cadreWords, 'record')],
  '/reminders': [inMenu('/reminders'), of(reminderWords, 'title'), of(ledgerWords, 'back'), of(settingWords, 'back')],
  '/reminder-rules': [of(settingWords, 'title'), of(settingWords, 'backToRules'), of(ledgerWords, 'rulesLink')],
  '/reminder-texts': [of(textWords, 'title'), of(textWords, 'backToTexts'), of(ledgerWords, 'textsLink')],
  '/notices': [inMenu('/notices'), of(noticeWords, 'title'), of(choiceWords, 'back')],
  '/me/reminders': [of(choiceWords, 'title'), of(noticeWords, 'choices'), of(ownAccountWords, 'reminders')],
  '/me/second-factor': [of(secondFactorWords, 'title'), of(ownAccountWords, 'secondFactor')],
  '/me/calendar': [
    of(feedWords, 'title'),
    of(ownAccountWords, 'calendar'),
    of(cadreWords, 'calendar'),
    of(managerWords, 'calendar'),
    of(timetableWords, 'onTelephone'),
  ],
  '/me/deputies': [inMenu('/me/deputies'), of(deskWords, 'deputies'), of(ownAccountWords, 'deputies')],
  '/messages': [inMenu('/messages'), of(mailWords, 'title'), of(mailWords, 'back'), of(keepingWords, 'messages')],
  '/webhooks': [of(webhookWords, 'title'), of(webhookWords, 'back'), of(mailWords, 'webhooks')],
  '/public-holidays': [inMenu('/public-holidays'), of(holidayWords, 'back'), of(timetableWords, 'holidayList')],
  '/rooms': [of(roomAndLecturerWords, 'rooms'), of(officeWords, 'rooms')],
  '/lecturers': [of(roomAndLecturerWords, 'lecturers'), of(officeWords, 'lecturers')],
  '/invariants': [of(invariantWords, 'title'), of(officeWords, 'invariants'), of(keepingWords, 'invariants')],
};

describe('the words of the pages', () => {
  it('are found', () => expect(spoken.length).toBeGreaterThan(200));

  it.each(['vi', 'en'] as const)('hold nothing that is not said, in %s', (locale) => {
    const said = spoken.flatMap(({ path, text }) =>
      sentencesIn(text)
        .filter((sentence) => isVietnamese(sentence.replace(/[“"].*?[”"]/g, '')) === (locale === 'vi'))
        .flatMap((sentence) =>
          forbidden[locale].filter((form) => form.test(sentence)).map((form) => ({ path, sentence, form })),
        ),
    );
    expect(said).toEqual([]);
  });

  it.each(Object.entries(names))('call %s by one name', (_, said) => {
    expect(said.filter(({ vi, en }) => !vi || !en)).toEqual([]);
    expect({ vi: [...new Set(said.map(({ vi }) => vi))], en: [...new Set(said.map(({ en }) => en))] }).toEqual({
      vi: [said[0]!.vi],
      en: [said[0]!.en],
    });
  });
});
