import {
  educationWords,
  ratingWords,
  readEducation,
  readRating,
  readSex,
  readStanding,
  readTheoryLevel,
  sexWords,
  standingWords,
  theoryLevelWords,
} from './person.labels';
import { educations, ratings, sexes, standings, theoryLevels } from './person.values';

describe('the labels of a person', () => {
  it('reads back what it shows, in every vocabulary', () => {
    for (const value of sexes) expect(readSex(sexWords.vi[value])).toBe(value);
    for (const value of standings) expect(readStanding(standingWords.vi[value])).toBe(value);
    for (const value of educations) expect(readEducation(educationWords.vi[value])).toBe(value);
    for (const value of theoryLevels) expect(readTheoryLevel(theoryLevelWords.vi[value])).toBe(value);
    for (const value of ratings) expect(readRating(ratingWords.vi[value])).toBe(value);
  });

  it.each([
    ['HTXSNV', 'excellent'],
    ['httnv', 'good'],
    ['Hoàn thành tốt nhiệm vụ', 'good'],
    ['HOÀN THÀNH NHIỆM VỤ', 'completed'],
    ['Đảng viên hoàn thành tốt nhiệm vụ', 'good'],
    ['Không hoàn thành nhiệm vụ', 'not_completed'],
    ['KHTNV', 'not_completed'],
    ['Không hoàn thành tốt nhiệm vụ', null],
    ['HTTNV, HTXSNV', null],
    ['Khá', null],
  ])('reads the rating %s as %s', (text, rating) => expect(readRating(text)).toBe(rating));

  it.each([
    ['Chính thức', 'official'],
    ['Đảng viên dự bị', 'probationary'],
    ['Là đảng viên chính thức', 'official'],
    ['Quần chúng', 'non_member'],
    ['Chưa là đảng viên', 'non_member'],
    ['Đảng viên', null],
    ['Chưa chính thức', null],
  ])('reads the standing %s as %s', (text, standing) => expect(readStanding(text)).toBe(standing));

  it.each([
    ['12/12', 'upper_secondary'],
    ['Đại học', 'university'],
    ['Đại học Kinh tế TP.HCM', 'university'],
    ['Kỹ sư Hóa', 'university'],
    ['12/12; Cao đẳng', 'college'],
    ['Đại học Luật, Thạc sỹ QTKD', 'master'],
    ['Trung cấp', 'vocational'],
    ['Đang học Đại học', null],
    ['Chưa tốt nghiệp đại học', null],
    ['Cao đẳng, đang học Đại học', null],
    ['Đẹp', null],
  ])('reads the education %s as %s', (text, education) => expect(readEducation(text)).toBe(education));

  it.each([
    ['Chưa', 'none'],
    ['Sơ cấp', 'elementary'],
    ['Trung cấp LLCT', 'intermediate'],
    ['Cao cấp lý luận chính trị', 'advanced'],
    ['Đang học trung cấp', null],
    ['Chưa qua trung cấp', null],
    ['Tương đương trung cấp', null],
    ['Sơ cấp, Trung cấp', null],
  ])('reads the theory level %s as %s', (text, level) => expect(readTheoryLevel(text)).toBe(level));
});
