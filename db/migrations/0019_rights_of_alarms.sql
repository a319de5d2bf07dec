-- An alarm is raised, seen and taken by the staff of the authority that has its case; a holder seals it with the case.
GRANT SELECT, INSERT, UPDATE (taken_by_id, taken_at) ON alarms TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON alarms TO portal_worker, portal_tips;
--> statement-breakpoint
ALTER TABLE alarms ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads_received ON alarms FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id
    AND s.receiving_authority = (SELECT received FROM viewer_reach())));
--> statement-breakpoint
CREATE POLICY staff_raises_as_herself ON alarms FOR INSERT TO portal_staff
  WITH CHECK (raised_by_id = current_setting('portal.staff', true) AND taken_at IS NULL AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_takes_as_herself ON alarms FOR UPDATE TO portal_staff
  USING (taken_at IS NULL AND viewer_handles(submission_id))
  WITH CHECK (taken_by_id = current_setting('portal.staff', true));
--> statement-breakpoint
CREATE POLICY holders_seal ON alarms FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY worker_reads ON alarms FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
-- Where those on duty are mailed is set by an administrator. That a desk is set is known to whom it serves, not its addresses.
GRANT SELECT, INSERT, UPDATE ON duty_desks TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON duty_desks TO portal_worker;
--> statement-breakpoint
ALTER TABLE duty_desks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY administrator_reaches ON duty_desks FOR ALL TO portal_staff
  USING ((SELECT v.role FROM viewer_reach() v) = 'admin') WITH CHECK ((SELECT v.role FROM viewer_reach() v) = 'admin');
--> statement-breakpoint
CREATE POLICY worker_reads ON duty_desks FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
CREATE FUNCTION duty_desk_is_set(of_authority text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM duty_desks d WHERE d.authority = of_authority AND d.addresses <> '{}'
    AND d.authority = (SELECT received FROM viewer_reach()))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION duty_desk_is_set(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION duty_desk_is_set(text) TO portal_staff;
