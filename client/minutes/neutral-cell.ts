/**
 * A cell that no table program takes for a formula: one that begins like one (= + - @, in either width, or a tab or line break before it) is led by
 * an apostrophe, as OWASP advises against CSV injection.
 */
export function neutralCell(text: string): string {
  return /^[\t\r\n]|^\s*[=+\-@]/u.test(text.normalize('NFKC')) ? `'${text}` : text;
}
