import type { Lettering } from '../display/board-document';
import { graphql } from '../graphql/graphql';

/** What a facilitator or recorder does to the wall itself, and to one line of it. Like all changes they bring back the id and the new version only. */
interface Changed {
  readonly id: string;
  readonly version: number;
}

export const RenameRole = graphql<{ renameRole: Changed }, { input: { role: string; title: string; version: number } }>`
  mutation RenameRole($input: RenameOrder!) {
    renameRole(input: $input) {
      id
      version
    }
  }
`;

export const HoldRole = graphql<{ holdRole: Changed }, { input: { role: string; held: boolean; version: number } }>`
  mutation HoldRole($input: HoldRoleOrder!) {
    holdRole(input: $input) {
      id
      version
    }
  }
`;

export const HoldActionItem = graphql<{ holdActionItem: Changed }, { input: { action: string; held: boolean; version: number } }>`
  mutation HoldActionItem($input: HoldActionOrder!) {
    holdActionItem(input: $input) {
      id
      version
    }
  }
`;

export const SetWall = graphql<{ setWall: Changed }, { input: { session: string; wall: 'SHOWN' | 'HIDDEN' | 'FROZEN' } }>`
  mutation SetWall($input: WallOrder!) {
    setWall(input: $input) {
      id
      version
    }
  }
`;

export const SetLettering = graphql<{ setLettering: Changed }, { input: { session: string } & Partial<Lettering> }>`
  mutation SetLettering($input: LetteringOrder!) {
    setLettering(input: $input) {
      id
      version
    }
  }
`;

export const SetTimer = graphql<{ setTimer: Changed }, { input: { session: string; seconds: number | null; running: boolean } }>`
  mutation SetTimer($input: TimerOrder!) {
    setTimer(input: $input) {
      id
      version
    }
  }
`;

export const TakeOver = graphql<{ takeOver: Changed }, { input: { session: string; version: number } }>`
  mutation TakeOver($input: TakeOverOrder!) {
    takeOver(input: $input) {
      id
      version
    }
  }
`;
