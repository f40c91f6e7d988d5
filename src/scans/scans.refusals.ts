import { Refusal } from '../platform/problems/refusal';
import { scansOfOnePaper } from './scan-kinds';

export class TooManyScans extends Refusal.saying('too_many_scans', 'conflict', {
  vi: `Mỗi công văn, quyết định chỉ giữ ${scansOfOnePaper} tệp. Hãy gộp các trang vào một tệp PDF, hoặc thay tệp đã có.`,
  en: `Of one letter or decision ${scansOfOnePaper} files are kept. Put the pages into one PDF, or supersede a file there is.`,
}) {}

export class ScanInUse extends Refusal.saying('scan_in_use', 'wrong_moment', {
  vi: 'Công văn, quyết định này đã được xét hoặc bản chụp đã có người khác mở nên không xóa được nữa. Hãy chọn “Thay bản chụp”, ghi lý do, rồi tải bản đúng.',
  en: 'The paper was decided upon already, or somebody else has opened the scan, so it is not removed any more. Choose “Supersede”, give the reason, then upload the right one.',
}) {}

export class NotOwnScan extends Refusal.saying('not_own_scan', 'forbidden', {
  vi: 'Chỉ người đã tải lên mới xóa được bản chụp. Hãy chọn “Thay bản chụp” và ghi lý do.',
  en: 'Only who uploaded a scan removes it. Choose “Supersede” and give the reason.',
}) {}

export class ScanSuperseded extends Refusal.saying('scan_superseded', 'wrong_moment', {
  vi: 'Bản chụp này đã được thay trước đó. Hãy tải lại trang để xem bản đang dùng.',
  en: 'This scan was superseded already. Reload the page to see what stands.',
}) {}
