/** How a login is compared: whatever keyboard wrote it, in whatever case. */
export function plainLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** What is wrong with a new login, as a sentence that says what to do. */
export function loginFault(login: string): string | undefined {
  return /^[a-z0-9][a-z0-9._@-]{2,39}$/.test(plainLogin(login)) ? undefined : '半角の英数字で、3〜40文字にしてください（職員番号など）。';
}
