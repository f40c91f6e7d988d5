import { named } from '../../platform/imports/named';
import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';
import type { UnexpectedPerson } from '../stored-people';

export class NobodyInRoster extends Refusal {
  constructor(fileName: string) {
    super(
      'nobody_in_roster',
      'invalid',
      {
        vi: `Tệp “${fileName}” có dòng tiêu đề nhưng không có người nào bên dưới. Hãy kiểm tra lại trang đầu tiên của tệp rồi gửi lại.`,
        en: `“${fileName}” has its heading row but nobody below it. Check the first sheet of the file and send it again.`,
      },
      { facts: { fileName } },
    );
  }
}

export class RosterIsList extends Refusal {
  constructor() {
    super(
      'roster_is_list',
      'conflict',
      {
        vi: 'Tệp này có vẻ là danh sách cử đi học, không phải danh sách cán bộ, đảng viên của đơn vị. Hãy gửi ở trang của lớp; nếu đúng là danh sách của đơn vị, hãy xác nhận rồi ghi lại.',
        en: 'This file seems to be a nomination list, not the roster of the unit. Send it on the page of the class; if it is the roster, say so and apply it again.',
      },
      {
        fields: [
          {
            field: 'meant',
            code: 'required',
            message: {
              vi: 'Cần xác nhận đây là danh sách cán bộ, đảng viên của đơn vị.',
              en: 'Say that this is the roster of the unit.',
            },
          },
        ],
      },
    );
  }
}

export class RosterIsOfPeopleWhoLeft extends Refusal {
  constructor() {
    super(
      'roster_is_of_people_who_left',
      'conflict',
      {
        vi: 'Tệp này có vẻ là danh sách người đã rời đơn vị (chuyển đi, nghỉ hưu, từ trần, xóa tên); ghi vào đây thì những người này thành người đang thuộc đơn vị. Nếu họ vẫn đang thuộc đơn vị, hãy xác nhận rồi ghi lại.',
        en: 'This file seems to be of people who have left the unit; applied here it makes them members of it. If they are, say so and apply it again.',
      },
      {
        fields: [
          {
            field: 'meant',
            code: 'required',
            message: {
              vi: 'Cần xác nhận những người này đang thuộc đơn vị.',
              en: 'Say that these people belong to the unit.',
            },
          },
        ],
      },
    );
  }
}

export class RosterAlreadyApplied extends Refusal.saying('roster_already_applied', 'wrong_moment', {
  vi: 'Danh sách này đã được ghi vào hệ thống rồi, không cần ghi lại.',
  en: 'This roster has been applied already; there is nothing more to do.',
}) {}

export class RosterNotAppliedYet extends Refusal.saying('roster_not_applied_yet', 'wrong_moment', {
  vi: 'Danh sách này mới được đối chiếu, chưa ghi vào hệ thống, nên không có gì để hoàn tác.',
  en: 'This roster was only compared and never applied, so there is nothing to reverse.',
}) {}

export class RosterAlreadyReversed extends Refusal.saying('roster_already_reversed', 'wrong_moment', {
  vi: 'Danh sách này đã được hoàn tác. Nếu muốn ghi lại, hãy gửi lại tệp để đối chiếu từ đầu.',
  en: 'This roster was reversed. To apply it again, send the file again and start from a new comparison.',
}) {}

const because: Readonly<Record<UnexpectedPerson['why'], Bilingual>> = {
  elsewhere: { vi: 'đã chuyển sang đơn vị khác', en: 'belongs to another unit by now' },
  changed: { vi: 'dữ liệu đã được sửa ở nơi khác', en: 'was changed elsewhere' },
  gone: { vi: 'không còn trong dữ liệu', en: 'is not on file any more' },
  code_taken: { vi: 'mã số nay đã có người khác mang', en: 'has a code somebody else bears by now' },
};
/** Each of them by name with the reason. */
const namedWithReasons = (people: readonly UnexpectedPerson[]): Bilingual =>
  named(
    people.map(({ fullName, code, why }) => ({
      vi: `${fullName} (${code}) ${because[why].vi}`,
      en: `${fullName} (${code}) ${because[why].en}`,
    })),
  );

const factsOf = (people: readonly UnexpectedPerson[]) => ({
  people: people.length,
  who: people.map(({ code, why }) => ({ code, why })),
});

export class PeopleChangedSinceDryRun extends Refusal {
  constructor(people: readonly UnexpectedPerson[]) {
    const { vi, en } = namedWithReasons(people);
    super(
      'people_changed_since_dry_run',
      'conflict',
      {
        vi: `Sau khi đối chiếu đã có thay đổi nên chưa ghi gì cả: ${vi}. Hãy gửi lại tệp để đối chiếu với dữ liệu mới.`,
        en: `Nothing was applied, because of what changed since the comparison: ${en}. Send the file again to compare it with what is there now.`,
      },
      { facts: factsOf(people) },
    );
  }
}

export class PeopleChangedSinceApplied extends Refusal {
  constructor(people: readonly UnexpectedPerson[]) {
    const { vi, en } = namedWithReasons(people);
    super(
      'people_changed_since_applied',
      'conflict',
      {
        vi: `Không hoàn tác được vì sau khi ghi đã có thay đổi: ${vi}. Chưa có gì thay đổi thêm. Hãy sửa từng người trong danh sách mới rồi gửi lên.`,
        en: `This cannot be reversed, because of what changed afterwards: ${en}. Nothing was touched; correct them in a new roster and send that.`,
      },
      { facts: factsOf(people) },
    );
  }
}

/** What else knows a person, by the table that refuses to lose them. */
const uses: Readonly<Record<string, Bilingual>> = {
  accounts: { vi: 'đã có tài khoản', en: 'has an account' },
  nominations: { vi: 'đã được cử đi học', en: 'has been nominated for a class' },
  import_rows: { vi: 'đã có tên trong một danh sách cử đi học', en: 'is named in a nomination list' },
  enrollments: { vi: 'đã là học viên của một lớp', en: 'is enrolled in a class' },
  training_records: { vi: 'đã có quá trình đào tạo', en: 'has a training record' },
};
const otherUse: Bilingual = { vi: 'đã có dữ liệu khác gắn với mình', en: 'is named in other records' };

export class RosterBuiltOn extends Refusal {
  /** @param table the one whose rows name the person */
  constructor(person: { readonly fullName: string; readonly code: string }, table: string) {
    const use = uses[table] ?? otherUse;
    super(
      'roster_built_on',
      'conflict',
      {
        vi: `Không hoàn tác được vì ${person.fullName} (${person.code}) ${use.vi}. Chưa có gì thay đổi; nếu danh sách có sai sót, hãy sửa trong tệp mới rồi gửi lên.`,
        en: `This cannot be reversed: ${person.fullName} (${person.code}) ${use.en}. Nothing has changed; if the roster was wrong, correct it in a new file and send that.`,
      },
      { facts: { code: person.code, usedBy: table } },
    );
  }
}
