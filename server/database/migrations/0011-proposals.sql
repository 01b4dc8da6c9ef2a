-- 政策提案: what a conference asks of somebody by a day, what they answered, and in which later session that was reported.
create table core.proposal (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  -- Kinds that propose are open ones: nothing of a 支援会議 is ever put forward.
  restricted boolean not null check (not restricted),
  addressee text not null,
  title text not null,
  answer_by date not null,
  answer text,
  answered_on date,
  reported_in uuid references core.session,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  check ((answer is null) = (answered_on is null) and (reported_in is null or answer is not null)),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.proposal (session_id);
alter table core.proposal enable row level security;
alter table core.proposal force row level security;
grant select, insert, update on core.proposal to hub_sower;
create policy sower_all on core.proposal to hub_sower using (true) with check (true);
grant select, insert, update (answer, answered_on, reported_in, version) on core.proposal to hub_staff;
create policy staff_reads on core.proposal for select to hub_staff using (true);
create policy steers on core.proposal for insert to hub_staff with check ((select hub.steers()) and answer is null);
create policy steers_on on core.proposal for update to hub_staff using ((select hub.steers()));
grant select (session_id, answer), update (addressee, title, answer) on core.proposal to hub_keeper;
create policy keeper_keeps on core.proposal to hub_keeper using (true) with check (true);

-- Until it is reported, a proposal comes up in every session of its kind.
create or replace view core.carried_over with (security_invoker = true) as
select s.id || '/' || c.subject_id as id, s.id as session_id, c.kind, c.from_session_id, c.agenda_item_id, c.deferral_id, c.action_item_id,
  c.due_on, e.held_on, c.proposal_id
from core.session s join core.session e on e.kind = s.kind and e.id <> s.id and e.status = 'CLOSED' and e.held_on <= s.held_on
join lateral (
  select 'DEFERRED' as kind, h.id as subject_id, h.session_id as from_session_id, h.agenda_item_id, h.id as deferral_id, null::uuid as action_item_id,
      null::date as due_on, null::uuid as proposal_id
    from core.deferral h where h.session_id = e.id and h.settled_at is null
  union all
  select 'ACTION', a.id, a.session_id, a.agenda_item_id, null, a.id, a.due_on, null from core.action_item a
    where a.session_id = e.id and a.status = 'OPEN' and a.agenda_item_id is not null
      and not exists (select 1 from core.deferral h where h.action_item_id = a.id and h.settled_at is null)
  union all
  select 'PROPOSAL', p.id, p.session_id, null, null, null, p.answer_by, p.id from core.proposal p where p.session_id = e.id and p.reported_in is null
) c on true
where s.status <> 'CLOSED';
