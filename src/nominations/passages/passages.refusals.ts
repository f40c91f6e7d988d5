import { Refusal } from '../../platform/problems/refusal';

export class PlacesChangedMeanwhile extends Refusal.saying('places_changed_meanwhile', 'conflict', {
  vi: 'Từ lúc xem trước đến nay lớp đã có thay đổi nên kết quả sẽ khác. Chưa có gì được lưu. Hãy xem trước lại rồi thực hiện.',
  en: 'The class changed since the preview, so the outcome would differ. Nothing was stored; look at it again, then do it.',
}) {}

export class StudySessionStaysWhole extends Refusal.saying('study_session_stays_whole', 'conflict', {
  vi: 'Hội nghị học tập nghị quyết chia người theo điểm cầu nên không tách, không ghép. Hãy sửa điểm cầu của từng đơn vị ở mục Tài liệu, điểm cầu.',
  en: 'A study session divides its people by sites, so it is neither split nor merged. Change the site of each unit under Documents and sites.',
}) {}
