-- Protection as it is worked with: registered, renewed, handed on and ended by two; and 緊急閲覧 (break-glass), which opens one person for a while.

-- The hand that closes and opens. Within a viewer's transaction, with the viewer's claims, it does what no viewer's role may: it sees for whom a
-- protection stands, and writes the protection and its guard together. It reads no name, no address and no note.
do $$
begin
  create role hub_warden nologin nosuperuser nobypassrls;
exception when duplicate_object or unique_violation then null;
end
$$;
grant hub_warden to current_user;
grant usage on schema hub, core to hub_warden;

-- Numbers that the city decides. Their basis is told beside them.
create table core.protection_rule (
  key text primary key,
  value int not null check (value > 0),
  basis text not null
);
insert into core.protection_rule (key, value, basis) values
  ('renewal_notice_days', 60, 'DV等支援措置の延長の申出は、期間が終わる前から受け付ける（日数は市に確認中）'),
  ('glass_minutes', 60, '緊急閲覧の時間（市に確認中）'),
  ('glass_at_once', 3, '一人が同時に開ける緊急閲覧の数（市に確認中）'),
  ('glass_review_days', 3, '緊急閲覧を確かめるまでの日数（市に確認中）');

-- ── protection ───────────────────────────────────────────────────────────────────────────────────────────────
alter table core.protection
  add column other_party_id uuid references core.person,
  add column registered_by_staff uuid references core.staff,
  add column renewed_on date,
  add column ending_asked_by uuid references core.staff,
  add column ending_asked_at timestamptz,
  add column ending_reason text,
  add column ended_by uuid references core.staff,
  add column ended_at timestamptz,
  add column version int not null default 1,
  add check (kind in ('DV等支援措置', 'ストーカー', '児童虐待', '高齢者虐待', '障害者虐待')),
  add check (cardinality(holders) > 0),
  add check (other_party_id <> person_id),
  -- Renewed every year: a longer one would be forgotten.
  add check (renew_by <= (coalesce(renewed_on, valid_from) + interval '1 year')::date),
  add check ((ending_asked_by is null) = (ending_asked_at is null) and (ending_asked_by is null) = (ending_reason is null)),
  add check ((ended_by is null) = (ended_at is null)),
  add check (ended_at is null or (ending_asked_by is not null and ended_by <> ending_asked_by));
create unique index protection_live on core.protection (person_id) where ended_at is null;

-- One person asks for the end, another ends it: neither can write down the other's part.
create function core.ending_takes_two() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null and (old.ended_at is not null or new.ending_asked_by is distinct from old.ending_asked_by or not hub.is_me(new.ended_by)) then
    raise exception 'a protection is ended by somebody else than who asked for it';
  end if;
  if new.ending_asked_by is not null and new.ending_asked_by is distinct from old.ending_asked_by and not hub.is_me(new.ending_asked_by) then
    raise exception 'nobody asks in the name of another';
  end if;
  return new;
end
$$;
create trigger ending_takes_two before update on core.protection for each row execute function core.ending_takes_two();

-- The guard is what the protection says, in the same statement and by nobody else.
create function core.keep_guard() returns trigger language plpgsql as $$
begin
  update core.person_guard set protected = new.ended_at is null, holders = case when new.ended_at is null then new.holders else '{}' end
  where person_id = new.person_id;
  return null;
end
$$;
create trigger keep_guard after insert or update of holders, ended_at on core.protection for each row execute function core.keep_guard();
create function core.guard_as_registered() returns trigger language plpgsql as $$
begin
  if new.protected is distinct from exists (select 1 from core.protection p where p.person_id = new.person_id and p.ended_at is null)
    or new.holders is distinct from coalesce((select p.holders from core.protection p where p.person_id = new.person_id and p.ended_at is null), '{}') then
    raise exception 'a person is closed by a protection and by nothing else';
  end if;
  return null;
end
$$;
-- For the many who are born unprotected there is nothing to compare.
create trigger guard_as_registered after insert on core.person_guard for each row
  when (new.protected or new.holders <> '{}') execute function core.guard_as_registered();
create trigger guard_as_registered_still after update of protected, holders on core.person_guard for each row execute function core.guard_as_registered();

-- ── 緊急閲覧 ─────────────────────────────────────────────────────────────────────────────────────────────────
-- teams: whom it was told to when it happened, the holders of a protection or else those who serve the case; coordinators see all.
create table core.break_glass (
  id uuid primary key,
  person_id uuid not null references core.person,
  case_id uuid not null references core.support_case,
  case_code text not null,
  staff_id uuid not null references core.staff,
  category text not null check (category in ('LIFE', 'ABUSE', 'DISASTER', 'MISSING', 'OTHER')),
  reason text not null check (char_length(reason) >= 10),
  teams text[] not null,
  opened_at timestamptz not null default now(),
  until timestamptz not null check (until > opened_at),
  ended_at timestamptz,
  review_by date not null,
  reviewed_by uuid references core.staff,
  reviewed_at timestamptz,
  outcome text check (outcome in ('PROPER', 'IMPROPER')),
  review_note text,
  version int not null default 1,
  check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (outcome is null) and (reviewed_by is null) = (review_note is null)),
  check (reviewed_by <> staff_id)
);
create index on core.break_glass (staff_id, until);
create index on core.break_glass (opened_at desc);

-- Persons whom the viewer has opened in an emergency, and for whom the time has not run out: computed with every look at a sign-in.
create function hub.broken_glass() returns uuid[] language sql stable parallel safe as $$ select hub.texts('brokenGlass')::uuid[] $$;

-- Who may not open this person in any emergency: whoever has a tie with the person or with the other party, and whoever serves the other party.
-- Asked by the warden alone, since the answer tells.
create function core.is_barred(person uuid) returns boolean language sql stable as $$
  select person = any (hub.texts('tied')::uuid[]) or exists (select 1 from core.protection p join core.person_guard o on o.person_id = p.other_party_id
    where p.person_id = person and p.ended_at is null and (o.teams && hub.teams() or p.other_party_id = any (hub.texts('tied')::uuid[])))
$$;

-- ── walls ────────────────────────────────────────────────────────────────────────────────────────────────────
do $$
declare
  t text;
begin
  foreach t in array array['core.protection_rule', 'core.break_glass'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
  end loop;
  foreach t in array array['protection_rule', 'break_glass'] loop
    execute format('grant select, insert, update on core.%I to hub_sower', t);
    execute format('create policy sower_all on core.%I to hub_sower using (true) with check (true)', t);
  end loop;
end
$$;
grant select on core.protection_rule to hub_staff, hub_warden;
create policy staff_reads on core.protection_rule for select to hub_staff, hub_warden using (true);

-- Holders read their protections, as before (0002). Whoever coordinates sees one whose end is asked for: two people end it, and a 担当 may have one.
create policy ending on core.protection for select to hub_staff
  using (ended_at is null and ending_asked_at is not null and (select hub.roles()) && '{coordinator}');

-- The emergency, for the persons named in the claim and nobody else: who they are, where, and that case; with it go household and plan.
-- A restricted conference and what it agreed on are asked for membership alone (0002), and stay closed.
create policy broken_glass on core.person_guard for select to hub_staff using (person_id = any ((select hub.broken_glass())::uuid[]));
create policy broken_glass on core.person_identity for select to hub_staff using (person_id = any ((select hub.broken_glass())::uuid[]));
create policy broken_glass on core.person_contact for select to hub_staff using (person_id = any ((select hub.broken_glass())::uuid[]));
create policy broken_glass on core.support_case for select to hub_staff using (person_id = any ((select hub.broken_glass())::uuid[]));

-- A broken glass is seen by whom it was told to, by coordinators, and while it is open by whoever broke it; any of them ends it, and when
-- it has ended another one reviews it.
grant select on core.break_glass to hub_staff;
grant update (ended_at, reviewed_by, reviewed_at, outcome, review_note, version) on core.break_glass to hub_staff;
create policy told_or_open on core.break_glass for select to hub_staff
  using (teams && (select hub.teams()) or (select hub.roles()) && '{coordinator}' or person_id = any ((select hub.broken_glass())::uuid[]));
create policy another_reviews on core.break_glass for update to hub_staff
  using ((teams && (select hub.teams()) or (select hub.roles()) && '{coordinator}') and reviewed_at is null and (ended_at is not null or until <= now()))
  with check ((teams && (select hub.teams()) or (select hub.roles()) && '{coordinator}') and hub.is_me(reviewed_by) and reviewed_at = now());
create policy ends on core.break_glass for update to hub_staff
  using (ended_at is null) with check (ended_at = now() and reviewed_by is null);
grant select (staff_id, person_id, until, ended_at) on core.break_glass to hub_system;
create policy system_reads on core.break_glass for select to hub_system using (true);

-- The warden. What it writes is held to the viewer's claims, which stand in the same transaction.
grant select on core.person_guard, core.protection, core.break_glass to hub_warden;
grant select (id, code, person_id, teams) on core.support_case to hub_warden;
create policy warden_sees on core.person_guard for select to hub_warden using (true);
create policy warden_sees on core.protection for select to hub_warden using (true);
create policy warden_sees on core.break_glass for select to hub_warden using (true);
create policy warden_sees on core.support_case for select to hub_warden using (true);
grant update (protected, holders) on core.person_guard to hub_warden;
create policy as_registered on core.person_guard for update to hub_warden using (true) with check (true);
grant insert (id, person_id, kind, registered_by, holders, valid_from, renew_by, other_party_id, registered_by_staff) on core.protection to hub_warden;
grant update (holders, other_party_id, renew_by, renewed_on, ending_asked_by, ending_asked_at, ending_reason, ended_by, ended_at, version)
  on core.protection to hub_warden;
create policy registers on core.protection for insert to hub_warden with check (hub.is_me(registered_by_staff) and (select hub.viewer() ->> 'audience') = 'staff'
  and (select (not g.protected or g.holders && hub.teams()) and (g.teams && hub.teams() or hub.roles() && '{coordinator}')
    from core.person_guard g where g.person_id = protection.person_id));
create policy holders_change on core.protection for update to hub_warden
  using (ended_at is null and holders && (select hub.teams())) with check (ended_at is null and holders && (select hub.teams()));
create policy another_ends on core.protection for update to hub_warden
  using (ended_at is null and ending_asked_at is not null and (holders && (select hub.teams()) or (select hub.roles()) && '{coordinator}'))
  with check (ended_at = now() and hub.is_me(ended_by));
grant insert (id, person_id, case_id, case_code, staff_id, category, reason, teams, until, review_by) on core.break_glass to hub_warden;
create policy breaks on core.break_glass for insert to hub_warden with check (hub.is_me(staff_id) and (select hub.viewer() ->> 'audience') = 'staff'
  and (select hub.roles()) && '{caseworker,outreach,coordinator}' and not core.is_barred(person_id)
  and until <= now() + make_interval(mins => (select r.value from core.protection_rule r where r.key = 'glass_minutes')));
