-- What comes before a conference: the anonymisation desk (匿名化), where a case becomes a card that tells of nobody.

-- The hand that compares. Within a viewer's transaction, with the viewer's claims, it finds whether a text names somebody of the case's
-- household, and whether enough people fit a description. It writes nothing, and what it answers is yes or no.
do $$
begin
  create role hub_anonymiser nologin nosuperuser nobypassrls;
exception when duplicate_object or unique_violation then null;
end
$$;
grant hub_anonymiser to current_user;
grant usage on schema hub, core to hub_anonymiser;

-- ── the card ─────────────────────────────────────────────────────────────────────────────────────────────────
-- household and topics: what else the card gives away, as far as its words tell it; none where they do not.
alter table core.case_card
  add column household text,
  add column topics text[] not null default '{}',
  -- What its last check found, in words, and whether ten people or more fit what it gives away.
  add column risks text[] not null default '{}',
  add column enough boolean,
  add column revised_by uuid references core.staff,
  -- Everybody whose words have stood in it, kept by the database itself: none of them is the second person.
  add column writers uuid[] not null default '{}',
  add column asked_by uuid references core.staff,
  add column sent_back_words text,
  drop constraint case_card_state_check,
  add constraint case_card_state_check check (state in ('DRAFT', 'ASKED', 'SENT_BACK', 'APPROVED', 'RETURNED')),
  -- Whoever wrote it or asked for it is never the second person.
  add check (state <> 'APPROVED' or (approved_by <> all (writers) and approved_by is distinct from revised_by and approved_by is distinct from asked_by)),
  add check (state <> 'SENT_BACK' or sent_back_words is not null);
create index on core.case_card (case_id);

grant insert (id, case_id, teams, title, age_band, district, district_shown, strengths, wishes, worries, household, topics, risks, enough, state, drafted_by, revised_by)
  on core.case_card to hub_staff;
-- By whoever serves the case and may know who it is about; of somebody protected there is no card, opened in an emergency or not.
create policy drafts on core.case_card for insert to hub_staff
  with check (state = 'DRAFT' and hub.is_me(drafted_by) and (select c.teams = case_card.teams and c.teams && (select hub.teams())
      and c.person_id <> all ((select hub.broken_glass())::uuid[]) and (select true from core.person_guard g where g.person_id = c.person_id)
      and not exists (select 1 from core.protection p where p.person_id = c.person_id and p.ended_at is null)
    from core.support_case c where c.id = case_card.case_id));
-- Whoever approves sees what waits for that, and what they have sent back.
create policy before_the_second on core.case_card for select to hub_staff
  using (state in ('ASKED', 'SENT_BACK') and 'coordinator' = any ((select hub.roles())::text[]));
create policy second_decides on core.case_card for update to hub_staff
  using (state = 'ASKED' and 'coordinator' = any ((select hub.roles())::text[]))
  with check (state in ('APPROVED', 'SENT_BACK') and 'coordinator' = any ((select hub.roles())::text[]));

-- What the second person approves is what they read, and it is not their own.
create function core.card_takes_two() returns trigger language plpgsql as $$
declare
  is_second boolean := old.state = 'ASKED' and 'coordinator' = any (hub.roles())
    and not exists (select 1 from unnest(old.writers || array[old.drafted_by, old.revised_by, old.asked_by]) one where hub.is_me(one));
  is_reworded boolean := (new.title, new.age_band, new.district, new.district_shown, new.household, new.topics, new.strengths, new.wishes, new.worries)
    is distinct from (old.title, old.age_band, old.district, old.district_shown, old.household, old.topics, old.strengths, old.wishes, old.worries);
begin
  -- The house takes cards back, whoever wrote them.
  if hub.actor() is null then
    return new;
  end if;
  if (new.drafted_by, new.case_id, new.teams) is distinct from (old.drafted_by, old.case_id, old.teams) or old.state = 'RETURNED' then
    raise insufficient_privilege using message = 'a card stays whose it is';
  end if;
  new.writers := old.writers;
  if is_reworded and not coalesce(hub.is_me(new.revised_by), false) then
    raise insufficient_privilege using message = 'nobody writes in the name of another';
  end if;
  if is_reworded and new.revised_by <> all (old.writers) then
    new.writers := old.writers || new.revised_by;
  end if;
  if is_reworded and old.state in ('ASKED', 'APPROVED') then
    raise insufficient_privilege using message = 'a card is approved as it was read';
  end if;
  if new.state <> old.state and ((new.state in ('APPROVED', 'SENT_BACK') and not is_second) or (new.state = 'APPROVED' and not hub.is_me(new.approved_by))) then
    raise insufficient_privilege using message = 'a second person decides on a card';
  end if;
  if new.state = 'ASKED' and old.state <> 'ASKED' and (old.state = 'APPROVED' or not coalesce(hub.is_me(new.asked_by), false)) then
    raise insufficient_privilege using message = 'nobody asks in the name of another';
  end if;
  return new;
end
$$;
create trigger card_takes_two before update on core.case_card for each row execute function core.card_takes_two();

create policy approved_card on core.agenda_item as restrictive for insert to hub_staff
  with check (card_id is null or (select d.state = 'APPROVED' from core.case_card d where d.id = card_id));

-- ── walls: what the hand that compares may look at ──────────────────────────────────────────────────────────────
grant select (person_id, protected, holders) on core.person_guard to hub_anonymiser;
create policy compares on core.person_guard for select to hub_anonymiser using (true);
grant select (id, age_band, district, died_on, moved_out_on) on core.person to hub_anonymiser;
create policy compares on core.person for select to hub_anonymiser using (true);
grant select (id, composition) on core.household to hub_anonymiser;
create policy compares on core.household for select to hub_anonymiser using (true);
grant select (household_id, person_id, until) on core.household_member to hub_anonymiser;
create policy compares on core.household_member for select to hub_anonymiser using (true);
grant select (id, person_id, household_id, teams, topics) on core.support_case to hub_anonymiser;
create policy compares on core.support_case for select to hub_anonymiser using (true);
-- Names and places of the households that the viewer serves, and nobody's whom a protection closes to them: not even by a yes.
grant select (person_id, name, name_kana) on core.person_identity to hub_anonymiser;
grant select (person_id, address, phone) on core.person_contact to hub_anonymiser;
do $$
declare
  t text;
begin
  foreach t in array array['person_identity', 'person_contact'] loop
    execute format($p$create policy served_household on core.%1$I for select to hub_anonymiser
      using ((select not g.protected or g.holders && (select hub.teams()) from core.person_guard g where g.person_id = %1$I.person_id)
        and exists (select 1 from core.support_case c where c.teams && (select hub.teams())
          and (c.person_id = %1$I.person_id or exists (select 1 from core.household_member m where m.household_id = c.household_id and m.person_id = %1$I.person_id))))$p$, t);
  end loop;
end
$$;
grant execute on all functions in schema hub to hub_anonymiser;

-- What the desk wrote beside a card is of the case, and goes with it.
grant select (case_id, sent_back_words), update (note, risks, sent_back_words) on core.case_card to hub_keeper;
create policy keeper_keeps on core.case_card to hub_keeper using (true) with check (true);
