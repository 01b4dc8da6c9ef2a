import type { Focus } from '../display/board-document';
import { graphql } from '../graphql/graphql';

/** What is written down of what people say, and what is taken back. Like all changes they bring back the id and the new version only. */
interface Changed {
  readonly id: string;
  readonly version: number;
}

export const AddNote = graphql<{ addNote: Changed }, { input: { item: string; kind: string; title: string } }>`
  mutation AddNote($input: NoteOrder!) {
    addNote(input: $input) {
      id
      version
    }
  }
`;

export const RewordNote = graphql<{ rewordNote: Changed }, { input: { note: string; title: string; version: number } }>`
  mutation RewordNote($input: RewordNoteOrder!) {
    rewordNote(input: $input) {
      id
      version
    }
  }
`;

export const TakeNote = graphql<{ takeNote: Changed }, { input: { note: string; taken: boolean; version: number } }>`
  mutation TakeNote($input: TakeNoteOrder!) {
    takeNote(input: $input) {
      id
      version
    }
  }
`;

export const HoldNote = graphql<{ holdNote: Changed }, { input: { note: string; held: boolean; version: number } }>`
  mutation HoldNote($input: HoldNoteOrder!) {
    holdNote(input: $input) {
      id
      version
    }
  }
`;

export const RaiseIssue = graphql<{ raiseIssue: Changed }, { input: { note: string; description: string; version: number } }>`
  mutation RaiseIssue($input: IssueOrder!) {
    raiseIssue(input: $input) {
      id
      version
    }
  }
`;

export const ApproveIssue = graphql<{ approveIssue: Changed }, { input: { note: string; version: number } }>`
  mutation ApproveIssue($input: ApproveIssueOrder!) {
    approveIssue(input: $input) {
      id
      version
    }
  }
`;

export const SetFocus = graphql<{ setFocus: Changed }, { input: { session: string; focus: Focus; indicator?: string } }>`
  mutation SetFocus($input: FocusOrder!) {
    setFocus(input: $input) {
      id
      version
    }
  }
`;

export const TakeBackRole = graphql<{ takeBackRole: Changed }, { input: { role: string; version: number } }>`
  mutation TakeBackRole($input: TakeBackRoleOrder!) {
    takeBackRole(input: $input) {
      id
      version
    }
  }
`;

export const TakeBackActionItem = graphql<{ takeBackActionItem: Changed }, { input: { action: string; version: number } }>`
  mutation TakeBackActionItem($input: TakeBackActionOrder!) {
    takeBackActionItem(input: $input) {
      id
      version
    }
  }
`;
