/** Groups as people write them: 123456789018, 1234-5678-9018, 1234 5678 9018. Overlapping ones too, since a number may stand before it. */
const candidates = /(?<!\d)(?=(\d{4}[\s\p{Pd}−ー・._/]?\d{4}[\s\p{Pd}−ー・._/]?\d{4})(?!\d))/gu;

/**
 * Whether a text holds a 個人番号 (マイナンバー): twelve digits with a valid check digit, in whatever width they were typed. One in eleven
 * other twelve-digit numbers is taken for one: refusing too much is the lesser harm. Such a text is refused everywhere and never stored,
 * quoted or logged. Check digit: 番号法施行令8条, 総務省令85号 (2014) 5条.
 */
export function holdsMyNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return [...plain.matchAll(candidates)].some(([, found = '']) => hasCheckDigit(found.replace(/\D/g, '')));
}

/** The last of twelve digits follows from the eleven before it, weighed 2…7 and 2…6 from the right. */
function hasCheckDigit(digits: string): boolean {
  const [check = 0, ...rest] = [...digits].map(Number).reverse();
  const sum = rest.reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0);
  const remainder = sum % 11;
  return check === (remainder <= 1 ? 0 : 11 - remainder);
}
