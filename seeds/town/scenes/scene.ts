import type { TeamId } from '#seeds/plan/directory';
import type { ConferenceKind } from '#server/access/conference-profile';
import type { Day, TownCalendar } from '../calendar';
import type { ConsentPlan, PlanEdition } from '../conference-rows';
import type { Stage, Trait, Urgency } from '../model';
import type { Sex } from '../names';
import type { Topic } from '../topics';
import type { WindowKey } from '../windows';

/** Somebody of a scene. `name` and `kana` without the ending that marks them as invented. */
export interface SceneMember {
  readonly key: string;
  readonly name: string;
  readonly kana: string;
  readonly relationship: string;
  readonly sex: Sex;
  readonly age: number;
  /** Exact birthday, where the day matters; otherwise it follows from the age. */
  readonly bornOn?: Day;
  readonly traits?: readonly Trait[];
  /** Lives here since; otherwise for years. */
  readonly since?: Day;
  readonly diedOn?: Day;
  readonly movedOutOn?: Day;
  /** 保護: only to these 担当 the person is open. */
  readonly protection?: { readonly kind: string; readonly holders: readonly TeamId[]; readonly since: Day };
}

export interface SceneTalk {
  readonly who: string;
  readonly window: WindowKey;
  readonly on: Day;
  readonly route: string;
  readonly topics: readonly Topic[];
  readonly note: string;
  readonly isNew?: boolean;
  readonly urgency?: Urgency;
  readonly isolation?: boolean;
  readonly outcome?: string | null;
}

export interface SceneCase {
  readonly key: string;
  readonly who: string;
  /** The home window: its 担当 leads. */
  readonly window: WindowKey;
  readonly with: readonly TeamId[];
  readonly openedOn: Day;
  readonly closedOn?: Day;
  readonly stage: Stage;
  readonly topics: readonly Topic[];
  readonly summary: string;
  readonly talks: readonly SceneTalk[];
  readonly consents?: readonly (Omit<ConsentPlan, 'person'> & { readonly by?: string })[];
  /** Brought to the first session of the kind on or after the day, or to the next one still to come. */
  readonly conferences?: readonly (readonly [ConferenceKind, Day | 'next'])[];
  readonly plan?: Omit<PlanEdition, 'session' | 'edition'>;
}

/** A household written by hand, with its cases. */
export interface Scene {
  readonly key: string;
  readonly district: string;
  readonly composition: string;
  readonly members: readonly SceneMember[];
  readonly cases: readonly SceneCase[];
  /** People of other scenes who used to live here. */
  readonly former?: readonly { readonly scene: string; readonly who: string; readonly relationship: string; readonly until: Day }[];
}

/** Scenes are told relative to the city's time. */
export type SceneTeller = (calendar: TownCalendar) => Scene;
