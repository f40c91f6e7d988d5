import { Refusal } from '../../platform/problems/refusal';

export class NobodyDecided extends Refusal.saying('nobody_decided', 'invalid', {
  vi: 'Chưa quyết định về ai trong công văn này. Hãy chọn cho ít nhất một người, hoặc sang công văn sau.',
  en: 'Nothing was decided. Choose for at least one person, or go on with the next letter.',
}) {}
