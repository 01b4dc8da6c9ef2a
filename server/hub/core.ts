import { BrokenGlass } from '#server/casework/broken-glass';
import { Case } from '#server/casework/case';
import { CaseReview } from '#server/casework/case-review';
import { CaseworkQueries } from '#server/casework/casework-queries';
import { Consent } from '#server/casework/consent';
import { ConsentMutations } from '#server/casework/consent-mutations';
import { ConsentQueries } from '#server/casework/consent-queries';
import { ConsentWording } from '#server/casework/consent-wording';
import { Consultation } from '#server/casework/consultation';
import { Disclosure } from '#server/casework/disclosure';
import { DisclosureRegime } from '#server/casework/disclosure-regime';
import { Household } from '#server/casework/household';
import { HouseholdMember } from '#server/casework/household-member';
import { Person } from '#server/casework/person';
import { PersonContact } from '#server/casework/person-contact';
import { PersonIdentity } from '#server/casework/person-identity';
import { Protection } from '#server/casework/protection';
import { ProtectionMutations } from '#server/casework/protection-mutations';
import { CaseProtection, ProtectionQueries } from '#server/casework/protection-queries';
import { SupportPlan } from '#server/casework/support-plan';
import { Withheld } from '#server/database/withheld';
import { AccessChange } from '#server/directory/access-change';
import { AdministrationMutations } from '#server/directory/administration-mutations';
import { AdministrationQueries } from '#server/directory/administration-queries';
import { Contract } from '#server/directory/contract';
import { DirectoryQueries } from '#server/directory/directory-queries';
import { Me, MeQueries } from '#server/directory/me';
import { Organization } from '#server/directory/organization';
import { PlanOrganization, Programme, Project } from '#server/directory/programme';
import { Reading } from '#server/directory/reading';
import { ServiceAccount } from '#server/directory/service-account';
import { SignInEvent } from '#server/directory/sign-in-event';
import { Staff } from '#server/directory/staff';
import { StaffAccount } from '#server/directory/staff-account';
import { Statistic } from '#server/directory/statistic';
import { Team } from '#server/directory/team';
import { Indicator } from '#server/indicators/indicator';
import { IndicatorCell } from '#server/indicators/indicator-cell';
import { IndicatorQueries } from '#server/indicators/indicator-queries';
import { AccessQueries } from '#server/meetings/access-queries';
import { ActionItem } from '#server/meetings/action-item';
import { AgendaItem } from '#server/meetings/agenda-item';
import { AgendaRequest } from '#server/meetings/agenda-request';
import { BoardEvent, BoardSubscriptions } from '#server/meetings/board-event';
import { BoardNote } from '#server/meetings/board-note';
import { CardMutations } from '#server/meetings/card-mutations';
import { CarriedOver } from '#server/meetings/carried-over';
import { CaseCard } from '#server/meetings/case-card';
import { CaseItem } from '#server/meetings/case-item';
import { CaseMatters } from '#server/meetings/case-matters';
import { ClosingMutations } from '#server/meetings/closing-mutations';
import { Correction } from '#server/meetings/correction';
import { CorrectionMutations } from '#server/meetings/correction-mutations';
import { CorrectionQueries } from '#server/meetings/correction-queries';
import { Crossing } from '#server/meetings/crossing';
import { Decision } from '#server/meetings/decision';
import { Deferral } from '#server/meetings/deferral';
import { Display } from '#server/meetings/display';
import { EcoLink } from '#server/meetings/eco-link';
import { EcoMutations } from '#server/meetings/eco-mutations';
import { InboxItem, InboxStanding } from '#server/meetings/inbox-item';
import { InboxResolver } from '#server/meetings/inbox-resolver';
import { ItemStanding } from '#server/meetings/item-standing';
import { MeetingMutations } from '#server/meetings/meeting-mutations';
import { MeetingQueries } from '#server/meetings/meeting-queries';
import { MinutesResolver } from '#server/meetings/minutes-resolver';
import { NoteMutations } from '#server/meetings/note-mutations';
import { OfferedMatter } from '#server/meetings/offered-matter';
import { OpenPoint } from '#server/meetings/open-point';
import { Presence } from '#server/meetings/presence';
import { Proposal } from '#server/meetings/proposal';
import { ProposalMutations } from '#server/meetings/proposal-mutations';
import { RequestResolver } from '#server/meetings/request-resolver';
import { RequestedCase } from '#server/meetings/requested-case';
import { Role } from '#server/meetings/role';
import { Series } from '#server/meetings/series';
import { SeriesResolver } from '#server/meetings/series-resolver';
import { Session } from '#server/meetings/session';
import { SessionMember } from '#server/meetings/session-member';
import { SharingMutations } from '#server/meetings/sharing-mutations';
import { TableMutations } from '#server/meetings/table-mutations';
import { WallMutations } from '#server/meetings/wall-mutations';
import { DisclosureRequest, DisclosureRow } from '#server/oversight/disclosure-request';
import { ExposureReport, ExposureSubject } from '#server/oversight/exposure-report';
import { OversightMutations } from '#server/oversight/oversight-mutations';
import { OversightQueries } from '#server/oversight/oversight-queries';
import { ReadReview } from '#server/oversight/read-review';
import { RetentionRule } from '#server/oversight/retention-rule';
import { Capacity } from '#server/resources/capacity';
import { CaseResources } from '#server/resources/case-resources';
import { CommunityIssue } from '#server/resources/community-issue';
import { Location } from '#server/resources/location';
import { ResourceQueries } from '#server/resources/resource-queries';
import { SocialResource } from '#server/resources/social-resource';
import type { SubgraphParts } from './subgraph';

/** Every table of the core that has a type. */
export const coreEntities = [
  Team,
  Organization,
  Staff,
  Programme,
  Project,
  PlanOrganization,
  Statistic,
  AccessChange,
  ServiceAccount,
  SignInEvent,
  Contract,
  Person,
  PersonIdentity,
  PersonContact,
  Household,
  HouseholdMember,
  Case,
  Consultation,
  Consent,
  ConsentWording,
  DisclosureRegime,
  Disclosure,
  CaseReview,
  Protection,
  BrokenGlass,
  SupportPlan,
  SocialResource,
  Location,
  Capacity,
  CommunityIssue,
  Session,
  Series,
  SessionMember,
  Display,
  AgendaItem,
  CaseItem,
  AgendaRequest,
  RequestedCase,
  CaseCard,
  Role,
  ActionItem,
  BoardNote,
  EcoLink,
  Presence,
  Decision,
  Deferral,
  Correction,
  Proposal,
  Crossing,
  Indicator,
  IndicatorCell,
  Reading,
  DisclosureRequest,
  DisclosureRow,
  ExposureReport,
  ExposureSubject,
];

/** The core subgraph: directory, casework, resources, meetings, indicators and oversight. */
export const coreParts: SubgraphParts = {
  resolvers: [
    MeQueries,
    DirectoryQueries,
    AdministrationQueries,
    AdministrationMutations,
    CaseworkQueries,
    ConsentQueries,
    ConsentMutations,
    ProtectionQueries,
    ProtectionMutations,
    CaseProtection,
    ResourceQueries,
    CaseResources,
    MeetingQueries,
    MeetingMutations,
    CardMutations,
    TableMutations,
    WallMutations,
    NoteMutations,
    EcoMutations,
    ClosingMutations,
    SeriesResolver,
    RequestResolver,
    MinutesResolver,
    CorrectionMutations,
    CorrectionQueries,
    ProposalMutations,
    InboxResolver,
    BoardSubscriptions,
    CaseMatters,
    SharingMutations,
    AccessQueries,
    IndicatorQueries,
    OversightQueries,
    OversightMutations,
  ],
  types: [
    ...coreEntities,
    ItemStanding,
    OpenPoint,
    CarriedOver,
    OfferedMatter,
    InboxItem,
    InboxStanding,
    Me,
    StaffAccount,
    BoardEvent,
    Withheld,
    ReadReview,
    RetentionRule,
  ],
};
