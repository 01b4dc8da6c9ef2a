import type { Verdict } from './hub/audit/verify';

/** What was found of the audit, in lines for the terminal; `fault` apart, since it goes to the other stream. */
export function verdictLines({ links, rows, buried, unsealed, fault, notes }: Verdict): {
  readonly lines: string[];
  readonly fault?: string;
} {
  const age = unsealed.oldest && Math.max(0, Math.round((Date.now() - Date.parse(unsealed.oldest)) / 1000));
  const lines = [
    ...notes,
    `鎖 ${links} 本、記録 ${rows} 行を確かめました（期限で削除したもの ${buried} 行）。`,
    unsealed.count === 0
      ? 'まだ封じていない記録はありません。'
      : `まだ封じていない記録が ${unsealed.count} 行あります（古いものは ${age} 秒前）。`,
  ];
  return fault ? { lines, fault: `誤り：${fault}` } : { lines: [...lines, '記録は、封じたときのままです。'] };
}
