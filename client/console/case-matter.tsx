import { Link } from '@tanstack/react-router';
import { graphql } from '../graphql/graphql';
import { Chips } from '../ui/chips';
import { Facts } from '../ui/facts';
import { WithheldNote } from '../ui/withheld-note';
import { caseCodes, wordOf } from '../words/case-words';
import { tableWords } from '../words/table-words';
import { SeatList } from './seat-list';
import type { CaseItemData, ItemData, SessionData } from './session-data';

const words = tableWords.item;

export const CaseMatter_item = graphql`
  fragment CaseMatter_item on AgendaItem {
    id
    kind
    caseItem {
      id
      reasonCode
      reason
      closeDistrict
      withheld {
        field
        reason
      }
      case {
        id
        code
        topics
        standing
        leadTeam {
          id
          name
        }
        person {
          id
          ageBand
          district
          identity {
            id
            name
            nameKana
          }
          withheld {
            field
            reason
          }
        }
        withheld {
          field
          reason
        }
      }
    }
    standings {
      id
      standing
      neighbour
      away
      member {
        id
      }
    }
  }
`;

interface CaseMatterProps {
  readonly item: ItemData;
  readonly session: SessionData;
  readonly maySteer: boolean;
}

/** A case on the agenda, on the own device of those who may hear of it. To everybody else it is a letter, and a request to leave. */
export function CaseMatter({ item, session, maySteer }: CaseMatterProps) {
  const { caseItem } = item;
  if (!caseItem?.case) {
    return (
      <div className="outside">
        <p>
          <strong>{words.outside}</strong>
        </p>
        <p className="hint">{words.outsideMeans}</p>
      </div>
    );
  }
  return (
    <div className="case-matter">
      <About one={caseItem.case} />
      {caseItem.closeDistrict ? <p className="note">{words.closeDistrict}</p> : null}
      {caseItem.reasonCode ? (
        <section>
          <h3>{words.reason}</h3>
          <p>
            <strong>{words.reasons[caseItem.reasonCode]}</strong>　{caseItem.reason}
          </p>
        </section>
      ) : null}
      <WithheldNote withheld={caseItem.withheld} />
      {item.standings.length > 0 ? <SeatList item={item} session={session} maySteer={maySteer} /> : null}
    </div>
  );
}

function About({ one }: { one: NonNullable<CaseItemData['case']> }) {
  const { person } = one;
  return (
    <>
      <Facts
        facts={[
          [
            words.code,
            <Link key={one.id} to="/cases/$id" params={{ id: one.id }}>
              {one.code}
            </Link>,
          ],
          [words.person, person?.identity ? `${person.identity.name}（${person.identity.nameKana}）` : words.hidden],
          [words.about, person ? `${person.ageBand}・${person.district}` : words.hidden],
          [words.lead, one.leadTeam?.name],
          [words.standing, wordOf(caseCodes.standing, one.standing)],
        ]}
      />
      <Chips words={one.topics} />
      <WithheldNote withheld={[...one.withheld, ...(person?.withheld ?? [])]} />
    </>
  );
}
