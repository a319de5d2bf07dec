-- What waits for its time or for a second person is seen by who handles the case, and carried out by the worker in the
-- name of who planned it.
GRANT SELECT, INSERT, UPDATE (approved_by_id, approved_at, ended_at, ended, refusal) ON plans TO portal_staff;
--> statement-breakpoint
GRANT SELECT, UPDATE (ended_at, ended, refusal) ON plans TO portal_worker;
--> statement-breakpoint
ALTER TABLE plans ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_handles_received ON plans FOR SELECT TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_plans_as_herself ON plans FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_changes_received ON plans FOR UPDATE TO portal_staff USING (viewer_handles(submission_id))
  WITH CHECK (viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY worker_reaches ON plans FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Who approves does so as herself, and an approval stands.
CREATE FUNCTION keep_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id
    AND (OLD.approved_by_id IS NOT NULL OR NEW.approved_by_id IS DISTINCT FROM current_setting('portal.staff', true)) THEN
    RAISE EXCEPTION 'a plan is approved once, by who approves it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER plans_keep_approval BEFORE UPDATE OF approved_by_id ON plans FOR EACH ROW EXECUTE FUNCTION keep_approval();
--> statement-breakpoint
-- Whether a category asks for a second person is set by the administrator.
GRANT SELECT, INSERT, DELETE ON four_eyes TO portal_staff;
--> statement-breakpoint
ALTER TABLE four_eyes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads ON four_eyes FOR SELECT TO portal_staff USING (true);
--> statement-breakpoint
CREATE POLICY administrator_sets ON four_eyes FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND (SELECT v.role FROM viewer_reach() v) = 'admin');
--> statement-breakpoint
CREATE POLICY administrator_lifts ON four_eyes FOR DELETE TO portal_staff USING ((SELECT v.role FROM viewer_reach() v) = 'admin');
