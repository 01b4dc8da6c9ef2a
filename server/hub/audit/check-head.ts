import type { Chain } from './chain';
import type { HeadEntry } from './head-file';

/** A walk along the chain, as far as it came. */
interface Walked {
  readonly links: number;
  readonly macs: ReadonlyMap<number, string>;
}

/** Between a link's commit and its line in the file a process may die: so many links may be missing there. */
const MOST_BEHIND = 1;

/** Holds the chain against what the head file says of it: a chain that ends earlier has been cut, and a file that ends earlier has been, too. */
export function faultOfHead({ links, macs }: Walked, chain: Chain, head: readonly HeadEntry[]): { fault?: string; notes: string[] } {
  const notes: string[] = [];
  const said = new Map<number, string>();
  let vouched = 0;
  for (const entry of head) {
    if (entry.kind === 'seal') said.set(entry.id, entry.mac);
    else if (chain.restore(entry.id, entry.at, entry.reason) !== entry.mac)
      return { fault: `控え（audit.head）にある復元の届け（${entry.at}）が、この鍵で書かれたものではありません。`, notes };
    else {
      for (const id of said.keys()) if (id > entry.id) said.delete(id);
      vouched = entry.id;
      notes.push(`${entry.at} に、鎖の${entry.id}番目までの控えから復元されています（理由：${entry.reason}）。`);
    }
  }
  const ids = [...said.keys()].sort((a, b) => a - b);
  for (const id of ids) {
    const mac = macs.get(id);
    if (mac === undefined && id > links)
      return {
        fault: `鎖は${links}番目で切れています。控え（audit.head）には${ids.at(-1)}番目まであります。末尾が消されたか、古い控えから復元されています。`,
        notes,
      };
    if (mac !== said.get(id)) return { fault: `鎖の${id}番目が、控え（audit.head）と違います。つなぎ直されています。`, notes };
  }
  // Of earlier days the file keeps the last link alone, which may be behind the one that was put back to.
  const last = Math.max(ids.at(-1) ?? 0, vouched);
  if (links - last > MOST_BEHIND)
    return {
      fault: `控え（audit.head）は${last}番目で終わっています。鎖は${links}番目まであります。控えが切られたか、別の置き場のものです（ハブがいくつもあるときは、最後まで動いていたハブの置き場で確かめてください）。`,
      notes,
    };
  return { notes };
}
