-- A resident reaches the moves of her own submission only, as she does its messages.
ALTER TABLE moves ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON moves FOR ALL TO portal_resident
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id))
  WITH CHECK (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_reaches ON moves FOR ALL TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reaches ON moves FOR ALL TO portal_worker USING (true) WITH CHECK (true);
