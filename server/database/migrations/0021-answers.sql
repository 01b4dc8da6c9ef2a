-- 差し戻し: a second person may refuse a correction that waits for them, with a reason. Both stand in the trail; what was refused never stands.
alter table core.correction
  add refused_by uuid references core.staff,
  add refused_at timestamptz,
  add refusal text,
  add check ((refused_by is null) = (refused_at is null) and (refused_by is null) = (refusal is null) and refused_by is distinct from made_by),
  add check (takes_two or refused_by is null),
  add check (num_nonnulls(approved_by, refused_by) <= 1);
grant update (refused_by, refused_at, refusal) on core.correction to hub_staff;
grant update (refusal) on core.correction to hub_keeper;

alter policy second_person on core.correction
  using ((select hub.steers()) and takes_two and approved_by is null and refused_by is null and not hub.is_me(made_by))
  with check ((select hub.steers()) and hub.is_me(coalesce(approved_by, refused_by)));
drop policy corrects on core.correction;
create policy corrects on core.correction for insert to hub_staff with check ((select hub.steers()) and hub.is_me(made_by) and num_nonnulls(approved_by, refused_by) = 0
  and (select s.status = 'CLOSED' and takes_two = (s.kind in ('JUSOTEKI_CASE', 'SHIEN_KAIGI', 'CONNECT', 'MARUGOTO')) from core.session s where s.id = session_id)
  and (case_id is null or (select i.case_id = correction.case_id from core.case_item i where i.agenda_item_id = correction.agenda_item_id))
  and (agenda_item_id is null or (select (a.kind = 'CASE') = (case_id is not null) from core.agenda_item a where a.id = agenda_item_id)));
