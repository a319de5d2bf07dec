-- Each chooses for herself how she is told; what waits for a digest is the worker's alone.
ALTER TABLE notice_choices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (way) ON notice_choices TO portal_staff;
--> statement-breakpoint
CREATE POLICY staff_chooses_own ON notice_choices FOR ALL TO portal_staff
  USING (staff_id = current_setting('portal.staff', true)) WITH CHECK (staff_id = current_setting('portal.staff', true));
--> statement-breakpoint
GRANT SELECT ON notice_choices TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_reads ON notice_choices FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON notices TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_reaches ON notices FOR ALL TO portal_worker USING (true) WITH CHECK (true);
