import { holdsMyNumber } from './my-number';

/** What is wrong with a text that somebody typed, as a sentence that says what to do; it never quotes the text. `most`: characters. */
export function textFault(text: string, most: number): string | undefined {
  if (text.trim() === '') return '内容を書いてください。';
  if ([...text].length > most) return `${most}文字までにしてください。`;
  if (/(?![\n\r\t])\p{Cc}/u.test(text)) return '使えない制御文字が入っています。書き直してください。';
  if (holdsMyNumber(text)) return '個人番号（マイナンバー）とみられる12桁の番号は保存できません。番号を消してください。';
  return undefined;
}
