-- Consent with all its terms and for each person by themselves; the ledger of what was disclosed under which regime; what crosses over from
-- a 支援会議; and a wake-up for boards whose content rests on a consent.

-- ── what the law and the city's forms say, as data ───────────────────────────────────────────────────────────
-- Editions of the form that a consent is written on. An edition in use is never rewritten: the next one is a row of its own.
create table core.consent_wording (
  id text primary key,
  title text not null,
  edition text not null,
  body text not null,
  items text[] not null,
  term_days int not null check (term_days > 0),
  effective_from date not null,
  retired_on date,
  confirmed boolean not null default false
);
-- Days within which something is done or told of.
create table core.deadline (
  key text primary key,
  name text not null,
  days int not null check (days > 0),
  confirmed boolean not null default false
);
-- Regimes under which something may be disclosed (RULES 3). confirmed: the city's lawyers have looked at the text.
create table core.disclosure_regime (
  id text primary key,
  name text not null,
  basis text not null,
  body text not null,
  confirmed boolean not null default false,
  position int not null
);

-- ── consent ──────────────────────────────────────────────────────────────────────────────────────────────────
-- What is not known of a paper from before the hub is null. exclusions: 担当 to which it must never go, even where a receiver is named.
alter table core.consent
  add column relation text check (relation in ('PARENT', 'MINOR_GUARDIAN', 'ADULT_GUARDIAN', 'CURATOR', 'ASSISTANT', 'VOLUNTARY_GUARDIAN', 'OTHER')),
  add column holder text references core.team,
  add column items text[] not null default '{}',
  add column exclusions text[] not null default '{}',
  add column condition text,
  add column explained_by uuid references core.staff,
  add column witnessed_by uuid references core.staff,
  add column wording_id text references core.consent_wording,
  add column recorded_by uuid references core.staff,
  add column recorded_at timestamptz not null default now(),
  add column withdrawn_by uuid references core.staff,
  add column withdrawal_giver text check (withdrawal_giver in ('SELF', 'REPRESENTATIVE')),
  add column withdrawal_reason text,
  add column replaced_by uuid references core.consent,
  add column version int not null default 1,
  add check (relation is null or giver = 'REPRESENTATIVE'),
  add check (witnessed_by is null or witnessed_by <> explained_by);

-- When a 主担当 has to look at a case again, because what it rests on has changed.
create table core.case_review (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references core.support_case,
  team_id text not null references core.team,
  cause text not null check (cause in ('CONSENT_WITHDRAWN')),
  due_on date not null,
  made_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid references core.staff,
  version int not null default 1
);
create index on core.case_review (case_id);

-- ── ledger ───────────────────────────────────────────────────────────────────────────────────────────────────
-- To whom (one of three), about whom, which classes, when, by whom, on what ground. A row under 106条の6 belongs to its 支援会議.
create table core.disclosure (
  id uuid primary key default gen_random_uuid(),
  regime_id text not null references core.disclosure_regime,
  person_id uuid not null references core.person,
  case_id uuid not null references core.support_case,
  team_id text references core.team,
  organization_id uuid references core.organization,
  session_id uuid,
  restricted boolean not null default false,
  classes text[] not null,
  consent_id uuid references core.consent,
  note text,
  origin text not null check (origin in ('CONSENT', 'CONFERENCE', 'BY_HAND')),
  disclosed_at timestamptz not null default now(),
  disclosed_by uuid references core.staff,
  check (num_nonnulls(team_id, organization_id, session_id) = 1),
  check (session_id is not null or not restricted),
  check ((regime_id = 'ART_106_6') = restricted),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.disclosure (case_id);

-- ── 支援会議 → 重層的支援会議 ─────────────────────────────────────────────────────────────────────────────────
-- What the coordinator let cross over, item by item. Where it came from is known on the restricted side alone: the copies do not tell.
create table core.crossing (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null check (restricted),
  target_id uuid not null references core.session,
  case_id uuid not null references core.support_case,
  consent_id uuid not null references core.consent,
  waiting_since date not null,
  crossed_at timestamptz not null default now(),
  crossed_by uuid not null references core.staff,
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create table core.crossing_item (
  id uuid primary key default gen_random_uuid(),
  crossing_id uuid not null references core.crossing,
  session_id uuid not null references core.session,
  kind text not null check (kind in ('ROLE', 'ACTION_ITEM')),
  source_id uuid not null unique,
  copy_id uuid not null
);
create index on core.crossing_item (crossing_id);

-- ── wake-up ──────────────────────────────────────────────────────────────────────────────────────────────────
-- One row for each change to what people may see: neither of whom nor of what. Whoever holds a board open reads it anew.
create table hub.policy_epoch (
  epoch bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp()
);
-- When the last class of viewers of one process had been sent what they may see since. Both moments are the database's.
create table hub.time_to_hide (
  epoch bigint not null references hub.policy_epoch,
  node uuid not null,
  changed int not null,
  classes int not null,
  hidden_at timestamptz not null default clock_timestamp(),
  primary key (epoch, node)
);

-- ── walls ────────────────────────────────────────────────────────────────────────────────────────────────────
do $$
declare
  t text;
begin
  foreach t in array array['core.consent_wording', 'core.deadline', 'core.disclosure_regime', 'core.case_review', 'core.disclosure',
    'core.crossing', 'core.crossing_item', 'hub.policy_epoch', 'hub.time_to_hide'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    if t like 'core.%' then
      execute format('grant select, insert, update on %s to hub_sower', t);
      execute format('create policy sower_all on %s to hub_sower using (true) with check (true)', t);
    end if;
  end loop;
  foreach t in array array['core.consent_wording', 'core.deadline', 'core.disclosure_regime'] loop
    execute format('grant select on %s to hub_staff', t);
    execute format('create policy public_facts on %s for select to hub_staff using (true)', t);
  end loop;
end
$$;

-- Whose a consent is: those who serve whoever gave it and the 担当 that keeps the paper see it whatever became of it; a receiver while it holds.
-- An excluded 担当 never learns that it is one. So the other walls, which only ask for what a consent opens, ask for receivers themselves.
drop policy receivers on core.consent;
create policy serving_keeping_or_receiving on core.consent for select to hub_staff
  using (not exclusions && (select hub.teams()) and (select g.teams && (select hub.teams()) or consent.holder = any ((select hub.teams())::text[])
      or (consent.receivers && (select hub.teams()) and consent.withdrawn_at is null and now() >= consent.valid_from and now() < consent.valid_until)
    from core.person_guard g where g.person_id = consent.person_id));
grant insert on core.consent to hub_staff;
create policy serving_records on core.consent for insert to hub_staff
  with check ('staff:' || recorded_by = (select hub.actor()) and holder is not null and withdrawn_at is null and replaced_by is null
    and not exclusions && (select hub.teams()) and (select true from core.person_guard g where g.person_id = consent.person_id));
-- That the case is served, and by whoever lives in it given, a policy cannot ask: the case's own wall asks for consents.
create function core.consent_of_a_served_case() returns trigger language plpgsql as $$
begin
  if current_user = 'hub_staff' and not exists (select 1 from core.support_case c where c.id = new.case_id and c.teams && hub.teams()
      and (c.person_id = new.person_id or exists (select 1 from core.household_member m
        where m.household_id = c.household_id and m.person_id = new.person_id and m.until is null))) then
    raise insufficient_privilege using message = 'a consent is recorded by whoever serves its case';
  end if;
  return new;
end
$$;
create trigger served before insert on core.consent for each row execute function core.consent_of_a_served_case();
-- What was agreed to is never rewritten. A consent ends once, now, and does not come back.
grant update (withdrawn_at, withdrawn_by, withdrawal_giver, withdrawal_reason, replaced_by, version) on core.consent to hub_staff;
create policy serving_or_keeping_ends on core.consent for update to hub_staff
  using (withdrawn_at is null and not exclusions && (select hub.teams())
    and (select g.teams && (select hub.teams()) or consent.holder = any ((select hub.teams())::text[]) from core.person_guard g where g.person_id = consent.person_id))
  with check (withdrawn_at <= now() and 'staff:' || withdrawn_by = (select hub.actor()));

-- Per person: a case opens by a consent of the very person it is about, and no longer by that of a housemate. The consent is seen only where
-- no protection closes this person, so that need not be asked again.
drop policy serving_or_consented on core.support_case;
create policy serving_or_consented on core.support_case for select to hub_staff
  using (teams && (select hub.teams()) or exists (select 1 from core.consent k where k.case_id = support_case.id and k.person_id = support_case.person_id
      and k.receivers && (select hub.teams()) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until));
-- These three asked for any consent that is seen: now more people see one than it opens anything to.
drop policy own_or_consented on core.person_identity;
create policy own_or_consented on core.person_identity for select to hub_staff
  using ((select g.teams && (select hub.teams()) from core.person_guard g where g.person_id = person_identity.person_id)
    or (select count(*) > 0 from core.consent k where k.person_id = person_identity.person_id and k.receivers && (select hub.teams())
      and 'identity' = any (k.classes) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until));
drop policy own_or_consented on core.person_contact;
create policy own_or_consented on core.person_contact for select to hub_staff
  using ((select g.teams && (select hub.teams()) from core.person_guard g where g.person_id = person_contact.person_id)
    or (select count(*) > 0 from core.consent k where k.person_id = person_contact.person_id and k.receivers && (select hub.teams())
      and 'address' = any (k.classes) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until));
drop policy known_case on core.household_member;
create policy known_case on core.household_member for select to hub_staff
  using ((select true from core.person_guard g where g.person_id = household_member.person_id)
    and (select count(*) > 0 from core.support_case c where c.household_id = household_member.household_id
      and (select true from core.person_guard g where g.person_id = c.person_id)
      and (c.person_id = household_member.person_id
        or (household_member.until is null and c.teams && (select hub.teams()))
        or (select count(*) > 0 from core.consent k where k.case_id = c.id and k.person_id = household_member.person_id
          and k.receivers && (select hub.teams()) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until))));
-- Per person here too: what a housemate said at a window is read by whoever serves the case, and beyond them by that housemate's own consent.
drop policy own_window on core.consultation;
create policy own_window on core.consultation for select to hub_staff
  using (team_id = any ((select hub.teams())::text[]) or ((select true from core.person_guard g where g.person_id = consultation.person_id)
    and (select c.teams && (select hub.teams()) or c.person_id = consultation.person_id
        or (select count(*) > 0 from core.consent k where k.case_id = c.id and k.person_id = consultation.person_id
          and k.receivers && (select hub.teams()) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until)
      from core.support_case c where c.id = case_id)));

grant select, update (done_at, done_by, version) on core.case_review to hub_staff;
create policy served_case on core.case_review for select to hub_staff
  using ((select c.teams && (select hub.teams()) from core.support_case c where c.id = case_id));
create policy lead_finishes on core.case_review for update to hub_staff
  using (team_id = any ((select hub.teams())::text[])) with check (done_at is null or 'staff:' || done_by = (select hub.actor()));

-- The ledger of a case is for whoever serves it and is not closed to the person; of a 支援会議 for its members alone.
grant select, insert on core.disclosure to hub_staff;
create policy served_or_member on core.disclosure for select to hub_staff
  using ((select true from core.person_guard g where g.person_id = disclosure.person_id)
    and case when restricted then session_id = any ((select hub.sessions())::uuid[])
      else (select c.teams && (select hub.teams()) from core.support_case c where c.id = case_id) end);
create policy served_or_member_records on core.disclosure for insert to hub_staff
  with check ('staff:' || disclosed_by = (select hub.actor()) and (select true from core.person_guard g where g.person_id = disclosure.person_id)
    and (select c.teams && (select hub.teams()) from core.support_case c where c.id = case_id)
    and (session_id is null or (select true from core.session s where s.id = session_id)));

grant select, insert on core.crossing, core.crossing_item to hub_staff;
do $$
declare
  t text;
begin
  foreach t in array array['crossing', 'crossing_item'] loop
    execute format('create policy members on core.%I for select to hub_staff using (session_id = any ((select hub.sessions())::uuid[]))', t);
    execute format($p$create policy coordinator_crosses on core.%I for insert to hub_staff
      with check (session_id = any ((select hub.sessions())::uuid[]) and (select hub.roles()) && '{coordinator}')$p$, t);
  end loop;
end
$$;

-- What follows from a withdrawal is the house's to carry out, in the same transaction: whoever records it may see neither which walls the card
-- stands on nor who is watching.
grant select (id, case_id, state, version), update (state, version) on core.case_card to hub_system;
create policy system_returns on core.case_card to hub_system using (true) with check (state = 'RETURNED');
grant select (id, session_id, card_id, state, version), update (state, version) on core.agenda_item to hub_system;
create policy system_takes_down on core.agenda_item to hub_system using (true) with check (state = 'WAITING');
grant update (front_item_id, version) on core.session to hub_system;
create policy system_takes_down on core.session for update to hub_system using (true) with check (front_item_id is null);
grant select (id, person_id, lead_team_id) on core.support_case to hub_system;
create policy system_reads on core.support_case for select to hub_system using (true);
grant select on core.deadline to hub_system;
create policy public_facts_of_the_house on core.deadline for select to hub_system using (true);
grant insert on core.case_review to hub_system;
create policy system_calls on core.case_review for insert to hub_system with check (done_at is null);
grant insert, update on hub.board_counter to hub_system;
create policy system_writes on hub.board_counter for insert to hub_system with check (true);
create policy system_counts on hub.board_counter for update to hub_system using (true);
-- A case that comes before a conference is disclosed to it, whoever puts it there.
grant insert on core.disclosure to hub_system;
create policy system_enters on core.disclosure for insert to hub_system with check (origin = 'CONFERENCE');
grant insert on hub.board_event to hub_system;
create policy system_writes on hub.board_event for insert to hub_system with check (true);
grant select, insert on hub.policy_epoch, hub.time_to_hide to hub_system;
create policy system_all on hub.policy_epoch to hub_system using (true) with check (true);
create policy system_all on hub.time_to_hide to hub_system using (true) with check (true);
