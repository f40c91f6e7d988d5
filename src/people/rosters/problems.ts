import { showDay } from '../../platform/clock';
import { aboutOneself } from '../../platform/access/oneself';
import { rowsNamed } from '../../platform/imports/repeated';
import type { Bilingual } from '../../platform/messages/words';
import type { FieldError } from '../../platform/problems/refusal';
import type { PersonFacts } from '../person.entity';
import { theoryLevelWords } from '../person.labels';
import type { TheoryLevel } from '../person.values';
import type { RosterRow } from './sheet';

/** What a person is told about a row of a roster: what stands there, why it cannot be taken so, what to write instead. */
export function noCode(): FieldError {
  return problem('code', 'missing', {
    vi: 'Dòng này chưa có mã số nên không biết là ai trong danh sách của đơn vị. Hãy ghi mã số.',
    en: 'This row has no code, so it is not known who on the unit’s roster it is. Write the code.',
  });
}

export function repeatedCode(code: string, otherRows: readonly Pick<RosterRow, 'rowNumber' | 'sheet'>[]): FieldError {
  const rows = rowsNamed(otherRows);
  return problem('code', 'repeated', {
    vi: `Mã số ${code} còn được ghi ở dòng ${rows}. Mỗi người một mã số: hãy sửa mã số hoặc xóa dòng lặp.`,
    en: `Code ${code} also stands in row ${rows}. Each person has one code: correct it or remove the repeated row.`,
  });
}

export function codeOfAnotherUnit(code: string): FieldError {
  return problem('code', 'of_another_unit', {
    vi: `Mã số ${code} đang thuộc về một người của đơn vị khác. Hãy kiểm tra lại mã số; nếu người này chuyển về đơn vị, đề nghị văn phòng đào tạo của Khối chuyển đơn vị rồi gửi lại danh sách.`,
    en: `Code ${code} belongs to somebody of another unit. Check it; if the person moved to this unit, ask the training office of the Bloc to move them, then send the roster again.`,
  });
}

export function codeMerged(code: string, into: string): FieldError {
  return problem('code', 'merged', {
    vi: `Mã số ${code} đã được gộp vào hồ sơ mang mã số ${into} của cùng một người. Hãy ghi mã số ${into}.`,
    en: `Code ${code} was merged into ${into}, the record of the same person. Write ${into}.`,
  });
}

export function codeOfSomebodyElse(code: string, { fullName, birthDate }: PersonFacts): FieldError {
  return problem('code', 'of_somebody_else', {
    vi: `Mã số ${code} là của ${fullName}, sinh ngày ${showDay(birthDate)}, khác cả họ tên lẫn ngày sinh ở dòng này. Hãy kiểm tra xem cột mã số có bị lệch dòng không.`,
    en: `Code ${code} is that of ${fullName}, born ${showDay(birthDate)}: both name and birth date differ from this row. Check whether the codes have slipped by a row.`,
  });
}

export function knownByAnotherCode(code: string, { fullName }: PersonFacts): FieldError {
  return problem('code', 'known_by_another_code', {
    vi: `Đơn vị đã có ${fullName}, cùng ngày sinh, mang mã số ${code}; tệp không có mã số đó. Nếu là một người, hãy ghi mã số ${code}; nếu là hai người, hãy ghi cả hai vào tệp.`,
    en: `The unit already has ${fullName}, born the same day, under code ${code}, which the file does not name. If it is one person, write ${code}; if two, put both in the file.`,
  });
}

/** The sender's own row; the others are taken. */
export const ownRow: FieldError = { field: 'code', code: 'about_oneself', message: aboutOneself };

/** What somebody new cannot be without. */
export const neededOfNew = {
  sex: { vi: 'giới tính', en: 'sex' },
  standing: { vi: 'tình trạng (Chính thức, Dự bị hoặc Quần chúng)', en: 'standing (Chính thức, Dự bị or Quần chúng)' },
  education: { vi: 'trình độ chuyên môn', en: 'education' },
} as const satisfies Record<string, Bilingual>;

export function missingOfNew(field: keyof typeof neededOfNew): FieldError {
  const needed = neededOfNew[field];
  return problem(field, 'missing', {
    vi: `Người mới vào danh sách cần có ${needed.vi}. Hãy bổ sung rồi gửi lại.`,
    en: `Somebody new to the roster needs: ${needed.en}. Add it and send again.`,
  });
}

export function levelKept(level: TheoryLevel): FieldError {
  return problem('theoryLevel', 'level_earned_here', {
    vi: `Giữ trình độ LLCT “${theoryLevelWords.vi[level]}” đã đạt qua lớp học được ghi tại đây, dù tệp ghi thấp hơn.`,
    en: `The theory level “${theoryLevelWords.en[level]}” was earned in a class recorded here and stays, though the file says less.`,
  });
}

/** Of a fact that nobody is kept out for. */
export function leftAsItIs({ field, code, message }: FieldError, isKnown: boolean): FieldError {
  return problem(field, code, {
    vi: `${message.vi} ${isKnown ? 'Mục này giữ như đang có trong hệ thống.' : field === 'theoryLevel' ? 'Tạm ghi “Chưa qua đào tạo”.' : 'Mục này để trống.'}`,
    en: `${message.en} ${isKnown ? 'What is stored stays.' : field === 'theoryLevel' ? 'For now it says “None”.' : 'It stays blank.'}`,
  });
}

export function nameKept(written: string, stored: string): FieldError {
  return problem('fullName', 'name_kept', {
    vi: `Tệp ghi “${written}” không dấu; giữ họ tên đang có: “${stored}”.`,
    en: `The file says “${written}”, without accents; the name on file stays: “${stored}”.`,
  });
}

export function titleSetAside(written: string, name: string): FieldError {
  return problem('fullName', 'title_set_aside', {
    vi: `Tệp ghi “${written}”; hiểu là “${name}”, phần xưng hô hoặc học vị phía trước không thuộc họ tên.`,
    en: `The file says “${written}”; taken for “${name}”, since what stands before it is a form of address or a degree.`,
  });
}

function problem(field: string, code: string, message: Bilingual): FieldError {
  return { field, code, message };
}
