import { BackupFault } from '#server/database/dump';
import { EmbeddedInUse } from '#server/database/embedded-in-use';
import { BadSettings } from './settings';

/** What Node and PostgreSQL tell with a fault. */
interface Told {
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly path?: string;
  readonly message?: string;
  readonly errors?: readonly unknown[];
}

/** The words for a fault that a person at the terminal can mend, in place of a stack; undefined for any other. `port`: how a port is chosen. */
export function mendable(fault: unknown, port = 'PORT'): string | undefined {
  if (fault instanceof BadSettings || fault instanceof EmbeddedInUse || fault instanceof BackupFault) return fault.message;
  const told = (fault ?? {}) as Told;
  return ofPort(told, port) ?? ofDirectory(told) ?? ofSlowness(told) ?? ofPostgres(told);
}

function ofPort({ code, port, path }: Told, chosen: string): string | undefined {
  if (code === 'EADDRINUSE') return `ポート ${port} は別の処理が使っています。${chosen} に別の番号を書いてください。`;
  if (code === 'EACCES' && port !== undefined && !path)
    return `ポート ${port} を開く権限がありません。${chosen} に 1024 以上の番号を書いてください。`;
  return undefined;
}

const directoryFaults: Readonly<Record<string, string>> = {
  EACCES: '権限がありません',
  EPERM: '権限がありません',
  EROFS: '書き込めない場所です',
  EEXIST: '同じ名前のファイルがあります',
  ENOTDIR: '途中にファイルがあります',
  ENOSPC: '空きがありません',
};

function ofDirectory({ code = '', path }: Told): string | undefined {
  const why = path && directoryFaults[code];
  return why && `データの置き場に書けません（${path}: ${why}）。HUB_DATA_DIR を確かめてください。`;
}

/** A statement that its limit stopped while the house was opening or its command ran: the machine, not the data, is at fault. */
function ofSlowness({ code }: Told): string | undefined {
  return code === '57014'
    ? 'データベースの処理が時間内に終わらず、止めました。データはそのままです。ほかの重い処理を終えてから、もう一度始めてください。'
    : undefined;
}

/** SQLSTATE (PostgreSQL manual, appendix A) and the system's codes. */
const postgresFaults: Readonly<Record<string, string>> = {
  '28000': '利用者を受け付けません',
  '28P01': '利用者かパスワードを受け付けません',
  '3D000': 'にその名前のデータベースがありません',
  '42501': 'がこの利用者に表や役割をつくらせません',
  '53300': 'の接続数がいっぱいです',
  '57P03': 'は起動しているところです',
  ECONNREFUSED: 'が応答しません',
  ECONNRESET: 'が接続を切りました',
  ETIMEDOUT: 'が応答しません',
  ENOTFOUND: 'のホストが見つかりません',
  EAI_AGAIN: 'のホストが見つかりません',
};

/** A name with several addresses fails with a fault for each. */
function ofPostgres({ code, address, port, message = '', errors: [first] = [] }: Told): string | undefined {
  if (first !== undefined) return ofPostgres(first as Told);
  const why = postgresFaults[code ?? ''] ?? (/connection timeout/.test(message) ? 'が応答しません' : undefined);
  const where = address && port !== undefined ? `（${address}:${port}）` : '';
  return why && `PostgreSQL${where}${why}。動いているか、DATABASE_URL が正しいかを確かめてください。`;
}
