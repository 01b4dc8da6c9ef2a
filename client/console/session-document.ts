import { graphql } from '../graphql/graphql';
import { ActionItems_item } from './action-items';
import { AgendaList_session } from './agenda-list';
import { CarriedOver_session } from './carried-over';
import { Corrections_session } from './correction-data';
import { Decisions_item } from './decisions';
import { DisplaysPanel_session } from './displays-panel';
import { FrontItem_item } from './front-item';
import { Links_item } from './links-document';
import { NotesPanel_item, NotesPanel_session } from './notes-panel';
import { OpenPoints_session } from './open-points';
import { Proposals_session } from './proposals';
import { RolesEditor_item } from './roles-editor';
import { RoomPreview_session } from './room-preview';
import { SecrecyGate_session } from './secrecy-gate';
import type { SessionData } from './session-data';
import { SessionHeader_session } from './session-header';
import { TablePanel_session } from './table-panel';
import { WallPanel_session } from './wall-panel';

/** Everything that the console shows of one session. The page's query and the live subscription read the same. */
const SessionConsole_session = graphql`
  fragment SessionConsole_session on Session {
    id
    ...SecrecyGate_session
    ...SessionHeader_session
    ...TablePanel_session
    ...AgendaList_session
    ...DisplaysPanel_session
    ...RoomPreview_session
    ...WallPanel_session
    ...NotesPanel_session
    ...CarriedOver_session
    ...OpenPoints_session
    ...Proposals_session
    ...Corrections_session
    withheld {
      field
      reason
    }
    agenda {
      id
      ...FrontItem_item
      ...NotesPanel_item
      ...Links_item
      ...RolesEditor_item
      ...ActionItems_item
      ...Decisions_item
    }
  }
  ${SecrecyGate_session}
  ${SessionHeader_session}
  ${TablePanel_session}
  ${AgendaList_session}
  ${DisplaysPanel_session}
  ${RoomPreview_session}
  ${WallPanel_session}
  ${NotesPanel_session}
  ${CarriedOver_session}
  ${OpenPoints_session}
  ${Proposals_session}
  ${Corrections_session}
  ${FrontItem_item}
  ${NotesPanel_item}
  ${Links_item}
  ${RolesEditor_item}
  ${ActionItems_item}
  ${Decisions_item}
`;

/** The page's one query. */
export const SessionPageDocument = graphql<{ session: SessionData | null }, { id: string }>`
  query SessionPage($id: ID!) {
    session(id: $id) {
      ...SessionConsole_session
    }
  }
  ${SessionConsole_session}
`;

/** The console's board: the same question as the display's, and more comes back. */
export const BoardConsoleDocument = graphql`
  subscription BoardConsole($session: ID!, $after: Int) {
    board(session: $session, after: $after) {
      seq
      kind
      at
      sentAt
      session {
        ...SessionConsole_session
      }
    }
  }
  ${SessionConsole_session}
`;
