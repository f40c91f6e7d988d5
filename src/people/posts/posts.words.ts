import { declareActions } from '../../platform/journal/actions';
import { many, people } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import type { UnknownPlace } from './posts.requests';

const unknownPlaceWords = {
  position: { vi: 'Chức vụ chính quyền', en: 'Position' },
  partyPosition: { vi: 'Chức vụ Đảng', en: 'Party position' },
  plannedPost: { vi: 'Chức danh quy hoạch', en: 'Post planned for' },
} satisfies Record<UnknownPlace, { vi: string; en: string }>;

export const postWords = words({
  help: {
    vi: 'Cấp bậc và cán bộ chủ chốt được tính theo chức vụ ở đây, không theo dấu “x” của đơn vị. Hãy xem các chức vụ chưa có trong danh mục trước.',
    en: 'Rank, and who is a key cadre, follow from the post here, not from the “x” of the unit. Begin with the posts the catalogue does not know.',
  },
  helpToAdd: {
    vi: 'Ghi những cách đơn vị viết chức vụ này. Hệ thống nhận ra và cho biết ai thay đổi trước khi lưu.',
    en: 'Enter the ways units write it. You see who changes before anything is saved.',
  },
  helpOfOne: {
    vi: 'Cấp bậc và cách viết của một chức vụ. Danh mục do văn phòng đào tạo giữ, thấy chưa đúng thì báo văn phòng.',
    en: 'The rank and the spellings of one post. The training office keeps the catalogue; tell it what is wrong.',
  },
  helpOfUnknown: {
    vi: 'Cách ghi chức vụ của đơn vị mà danh mục chưa nhận ra. Chọn chức vụ cho từng cách ghi, hoặc thêm chức vụ mới.',
    en: 'Spellings on rosters that the catalogue does not recognise. Choose the post of each, or add a new post.',
  },
  helpToSettle: {
    vi: 'Xem ai đổi cấp bậc khi cách ghi này thuộc chức vụ đã chọn. Đúng thì lưu, chưa đúng thì quay lại chọn chức vụ khác.',
    en: 'See whose rank changes if this spelling belongs to the post you chose. Save it, or go back and choose another.',
  },
  helpOfContradictions: {
    vi: 'Danh sách đơn vị ghi một đằng, chức vụ trong danh mục một nẻo; hệ thống tính theo chức vụ. Hãy mở từng người và sửa chỗ ghi sai.',
    en: 'The roster says one thing and the post another, and the post counts. Open each person and correct what is wrong.',
  },
  ...unknownPlaceWords,
  title: { vi: 'Danh mục chức vụ', en: 'Catalogue of posts' },
  add: { vi: 'Thêm chức vụ', en: 'Add a post' },
  unknown: { vi: 'Chức vụ chưa có trong danh mục', en: 'Posts the catalogue does not know' },
  contradictions: { vi: 'Chủ chốt trái với chức vụ', en: 'Key cadre contrary to the post' },
  people: { vi: 'Cán bộ, đảng viên', en: 'People' },
  search: { vi: 'Chức vụ, cách ghi', en: 'Post or spelling' },
  searchName: { vi: 'Họ và tên', en: 'Name' },
  number: { vi: 'TT', en: 'No.' },
  name: { vi: 'Chức vụ', en: 'Post' },
  nameVi: { vi: 'Tên chức vụ', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên bằng tiếng Anh', en: 'Name in English' },
  asInVietnamese: { vi: 'Để trống thì dùng như tiếng Việt.', en: 'Left empty: as in Vietnamese.' },
  rank: { vi: 'Cấp bậc', en: 'Rank' },
  makesKeyCadre: { vi: 'Là cán bộ chủ chốt', en: 'Makes a key cadre' },
  makesNone: { vi: 'Không phải chủ chốt', en: 'Makes none' },
  key: { vi: 'Chủ chốt', en: 'Key cadre' },
  holders: { vi: 'Số người', en: 'People' },
  spellings: { vi: 'Các cách ghi khác', en: 'Other spellings' },
  spellingsHint: {
    vi: 'Mỗi dòng một cách, kể cả viết tắt; không phân biệt hoa, thường, dấu. Cách dài hơn được ưu tiên, phần sau chức vụ (tên phòng) không cần ghi.',
    en: 'One per line, including abbreviations; capitals and accents are ignored. The longer spelling takes priority; what follows the post, such as a department’s name, need not be entered.',
  },
  citation: { vi: 'Căn cứ', en: 'Source' },
  citationEn: { vi: 'Căn cứ bằng tiếng Anh', en: 'Source in English' },
  verified: { vi: 'Đã đọc văn bản gốc và đối chiếu', en: 'The text was read and agrees' },
  isVerified: { vi: 'Đã xác minh', en: 'Verified' },
  unverified: { vi: 'chưa xác minh', en: 'unverified' },
  any: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Chưa có chức vụ nào', en: 'No posts yet' },
  noneFound: { vi: 'Không tìm thấy', en: 'Nothing found' },
  noneFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Remove some of the filters.' },
  see: { vi: 'Xem ai thay đổi', en: 'See who changes' },
  changes: { vi: 'Nếu lưu', en: 'If saved' },
  changesCount: {
    vi: (count: number, become: number, cease: number) =>
      count === 0
        ? 'Không ai thay đổi.'
        : `${count} người có chức vụ hoặc cấp bậc khác: thêm ${become} người là cán bộ chủ chốt, bớt ${cease} người.`,
    en: (count: number, become: number, cease: number) =>
      count === 0
        ? 'Nobody changes.'
        : `${many(count, 'person has', 'people have')} another post or rank: ${become} become key cadres, ${cease} cease to be.`,
  },
  firstOnes: {
    vi: (count: number) => `Bảng dưới nêu ${count} người đầu.`,
    en: (count: number) => `The table names the first ${count}.`,
  },
  before: { vi: 'Hiện nay', en: 'Now' },
  after: { vi: 'Sau khi lưu', en: 'Then' },
  save: { vi: 'Lưu vào danh mục', en: 'Save to the catalogue' },
  savedWith: {
    vi: (count: number) => `Đã lưu danh mục; ${count} người đang có chức vụ này.`,
    en: (count: number) => `Kept; ${many(count, 'person holds', 'people hold')} this post.`,
  },
  remove: { vi: 'Bỏ khỏi danh mục', en: 'Take off the catalogue' },
  removeConfirm: {
    vi: (count: number) =>
      `${count} người đang có chức vụ này sẽ thành chưa rõ chức vụ, và tạm tính chủ chốt theo danh sách của đơn vị.`,
    en: (count: number) =>
      `The post of ${people(count)} will be unknown; until another fits they count as their roster says.`,
  },
  removed: { vi: 'Đã bỏ chức vụ khỏi danh mục.', en: 'The post is off the catalogue.' },
  readOnly: {
    vi: 'Danh mục do văn phòng đào tạo của Khối giữ; nếu thấy chưa đúng, hãy báo văn phòng.',
    en: 'The training office of the Bloc keeps the catalogue; tell it what is wrong.',
  },

  unknownHint: {
    vi: 'Danh sách đơn vị ghi như sau mà danh mục chưa có. Chọn chức vụ mà cách ghi này thuộc về, hoặc thêm chức vụ mới; khi chưa xử lý, chủ chốt tạm tính theo dấu “x” của đơn vị.',
    en: 'Rosters contain these spellings, which the catalogue does not recognise. Choose the post each belongs to, or add a new post; until then key cadres follow the “x” of the unit.',
  },
  unknownCount: {
    vi: (count: number) => `${count} cách ghi chờ xử lý.`,
    en: (count: number) => `${count} to settle.`,
  },
  unknownNone: { vi: 'Danh mục nhận ra mọi chức vụ', en: 'The catalogue recognises every post' },
  unknownNoneNext: {
    vi: 'Cách ghi mới trong danh sách đơn vị gửi sau này sẽ hiện ở đây.',
    en: 'New spellings in later rosters will appear here.',
  },
  text: { vi: 'Cách ghi', en: 'Written as' },
  place: { vi: 'Ở cột', en: 'In the column' },
  units: { vi: 'Đơn vị', en: 'Units' },
  assign: { vi: 'Thuộc chức vụ', en: 'Belongs to the post' },
  assignTo: {
    vi: (text: string) => `“${text}” thuộc chức vụ nào`,
    en: (text: string) => `Which post “${text}” is`,
  },
  newPost: { vi: 'Chức vụ mới', en: 'A new post' },
  goOn: { vi: 'Tiếp tục', en: 'Go on' },

  contradictionsHint: {
    vi: 'Danh sách của đơn vị nói một đằng, chức vụ trong danh mục một nẻo. Hệ thống tính theo chức vụ. Nếu chức vụ ghi sai, đơn vị sửa ở trang của từng người; nếu danh mục chưa đúng, văn phòng sửa danh mục.',
    en: 'The roster says one thing and the post another; the post counts. Where the post is wrong, the unit corrects it on the page of the person; where the catalogue is, the office does.',
  },
  contradictionsCount: {
    vi: (count: number) => `${count} người.`,
    en: (count: number) => `${people(count)}.`,
  },
  contradictionsNone: { vi: 'Không ai trái với chức vụ', en: 'No one is contrary to their post' },
  contradictionsNoneNext: {
    vi: 'Danh sách của các đơn vị khớp với danh mục chức vụ.',
    en: 'Rosters and the catalogue agree.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  fullName: { vi: 'Họ và tên', en: 'Name' },
  code: { vi: 'Mã số', en: 'Code' },
  byCatalogue: { vi: 'Theo danh mục', en: 'By the catalogue' },
  kind: { vi: 'Trái nhau', en: 'At odds' },
  marked: { vi: 'Đơn vị ghi chủ chốt, chức vụ thì không', en: 'Marked, though the post makes none' },
  unmarked: { vi: 'Chức vụ là chủ chốt, đơn vị không ghi', en: 'Not marked, though the post makes one' },
  postCounts: {
    vi: 'Hệ thống tính theo chức vụ. Nếu chức vụ hoặc dấu chủ chốt ghi sai, hãy sửa danh sách.',
    en: 'The post counts. Where the post or the mark is wrong, correct the roster.',
  },
  notKnown: {
    vi: 'chức vụ chưa có trong danh mục, văn phòng đào tạo sẽ xử lý',
    en: 'the catalogue does not know the position yet; the training office settles it',
  },
  correct: { vi: 'Sửa', en: 'Correct' },
});

export const postActions = declareActions('posts', {
  added: { vi: 'đã thêm chức vụ vào danh mục', en: 'added a post to the catalogue' },
  changed: { vi: 'đã sửa chức vụ trong danh mục', en: 'changed a post of the catalogue' },
  removed: { vi: 'đã bỏ chức vụ khỏi danh mục', en: 'took a post off the catalogue' },
  contradictions_exported: {
    vi: 'đã tải danh sách chủ chốt trái với chức vụ',
    en: 'downloaded who is a key cadre against the post',
  },
});
