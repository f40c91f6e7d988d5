import { Refusal } from '../../platform/problems/refusal';

export class BackupUnderWay extends Refusal.saying('backup_under_way', 'wrong_moment', {
  vi: 'Một bản sao lưu đang được tạo. Hãy đợi bản này xong rồi yêu cầu bản mới.',
  en: 'A backup is being made. Wait until it is done, then ask for another.',
}) {}
