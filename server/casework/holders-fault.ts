import type { Tx } from '#server/database/as-viewer';
import { isId } from '#server/kernel/ids';

const MOST = 10;

/** What is wrong with those who are to hold a protection. `otherParty`: null where it is known that one of them serves the other party, too. */
export async function holdersFault(tx: Tx, holders: readonly string[], otherParty: string | null | undefined): Promise<string | undefined> {
  const chosen = [...new Set(holders)];
  if (chosen.length === 0) return '一つ以上の担当を選んでください。だれにも開かない登録はできません。';
  if (chosen.length > MOST) return `${MOST}までにしてください。知る担当が増えるほど、守りは弱くなります。`;
  const known = await tx.query<{ id: string }>('select id from core.team where id = any ($1)', [chosen]);
  if (known.length < chosen.length) return '担当は、一覧にあるものから選んでください。';
  if (!otherParty || !isId(otherParty)) return undefined;
  const [guard] = await tx.query<{ teams: string[] }>('select teams from core.person_guard where person_id = $1', [otherParty]);
  return guard?.teams.some((team) => chosen.includes(team))
    ? '相手方も支援している担当が入っています。外すか、承知のうえで知らせることを確かめてください。'
    : undefined;
}
