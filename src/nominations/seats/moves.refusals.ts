import { Refusal } from '../../platform/problems/refusal';

export class SeatsChangedMeanwhile extends Refusal.saying('seats_changed_meanwhile', 'conflict', {
  vi: 'Từ lúc xem trước đến nay danh sách hoặc chỉ tiêu đã thay đổi nên kết quả sẽ khác. Chưa có gì được lưu. Hãy xem trước lại rồi thực hiện.',
  en: 'Nominations or seats changed since the trial, so the outcome would differ. Nothing was stored; try it out again, then do it.',
}) {}
