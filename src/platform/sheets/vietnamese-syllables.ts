/** What a syllable ends in, after its first consonants; the marks of the tones are left out. */
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu uôc uôi uôm uôn uông uôt
   ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`.split(/\s+/),
);
/** After "qu" also what stands after a u of its own: quang, quen, quyt. */
const afterQu = new Set(
  'a ac ach ai an ang anh ao at au ay ăc ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt i ia ich in it ơ y yên yêt ynh yt ôc'.split(
    ' ',
  ),
);
const shape = /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]?)(.*)$/u;
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether letters can be a Vietnamese syllable; which tones a final c, ch, p or t allows is part of it. */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().replaceAll('ð', 'đ').normalize('NFD');
  const tones = parts.match(tone) ?? [];
  const bare = parts.replace(tone, '').normalize('NFC');
  const [, onset = '', rhyme = ''] = shape.exec(bare) ?? [];
  const endsShort = /(?:[cpt]|ch)$/.test(rhyme);
  if (tones.length > 1 || (endsShort && tones[0] !== '\u0301' && tones[0] !== '\u0323')) return false;
  if (onset === 'qu') return afterQu.has(rhyme);
  return rhymes.has(rhyme) || (onset === 'gi' && (rhyme === '' || rhymes.has(`i${rhyme}`)));
}
