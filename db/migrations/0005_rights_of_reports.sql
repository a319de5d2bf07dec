-- Likeness of texts by three-letter parts; a trusted extension, so the owner of the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
INSERT INTO bells (submission_id, email, language, asked_at)
  SELECT id, contact_email, language, created_at FROM submissions WHERE contact_email IS NOT NULL;
--> statement-breakpoint
GRANT SELECT ON category_questions TO portal_public, portal_resident, portal_staff, portal_worker;
--> statement-breakpoint
GRANT INSERT, UPDATE ON category_questions TO portal_staff;
--> statement-breakpoint
GRANT SELECT (vicinity) ON submissions TO portal_public;
--> statement-breakpoint
-- A resident corrects what language she wrote in.
GRANT UPDATE (written_in, language) ON submissions TO portal_resident;
--> statement-breakpoint
-- Photos: a resident reaches those of her own submission, and those that wait for the form she holds.
GRANT SELECT, INSERT, DELETE, UPDATE (submission_id, message_id, position) ON photos TO portal_resident;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (submission_id, message_id, position) ON photos TO portal_staff;
--> statement-breakpoint
GRANT SELECT, DELETE ON photos TO portal_worker;
--> statement-breakpoint
ALTER TABLE photos ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY resident_reads_own ON photos FOR SELECT TO portal_resident
  USING ((submission_id IS NULL AND form_hash = current_setting('portal.form_hash', true))
    OR EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY resident_sends ON photos FOR INSERT TO portal_resident
  WITH CHECK (submission_id IS NULL AND form_hash = current_setting('portal.form_hash', true));
--> statement-breakpoint
CREATE POLICY resident_hands_in ON photos FOR UPDATE TO portal_resident
  USING (submission_id IS NULL AND form_hash = current_setting('portal.form_hash', true))
  WITH CHECK (form_hash = current_setting('portal.form_hash', true)
    AND (submission_id IS NULL OR EXISTS (SELECT FROM submissions s WHERE s.id = submission_id)));
--> statement-breakpoint
CREATE POLICY resident_takes_back ON photos FOR DELETE TO portal_resident
  USING (submission_id IS NULL AND form_hash = current_setting('portal.form_hash', true));
--> statement-breakpoint
CREATE POLICY staff_reaches ON photos FOR ALL TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reads ON photos FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
CREATE POLICY worker_clears_waiting ON photos FOR DELETE TO portal_worker USING (submission_id IS NULL);
--> statement-breakpoint
-- Followers, bells and ratings: a resident reaches her own, by her code; a bell also by the link in its mail.
GRANT SELECT, INSERT ON followers TO portal_resident;
--> statement-breakpoint
GRANT SELECT (id, submission_id, followed_at) ON followers TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON followers TO portal_worker;
--> statement-breakpoint
ALTER TABLE followers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON followers FOR ALL TO portal_resident
  USING (code_hash = current_setting('portal.code_hash', true))
  WITH CHECK (code_hash = current_setting('portal.code_hash', true));
--> statement-breakpoint
CREATE POLICY staff_counts ON followers FOR SELECT TO portal_staff USING (true);
--> statement-breakpoint
CREATE POLICY worker_reads ON followers FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON bells TO portal_resident;
--> statement-breakpoint
GRANT INSERT, SELECT (id, submission_id, follower_id, confirmed_at) ON bells TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON bells TO portal_worker;
--> statement-breakpoint
ALTER TABLE bells ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON bells FOR ALL TO portal_resident
  USING (id::text = current_setting('portal.bell_id', true)
    OR EXISTS (SELECT FROM submissions s WHERE s.id = submission_id)
    OR EXISTS (SELECT FROM followers f WHERE f.id = follower_id))
  WITH CHECK (id::text = current_setting('portal.bell_id', true)
    OR EXISTS (SELECT FROM submissions s WHERE s.id = submission_id)
    OR EXISTS (SELECT FROM followers f WHERE f.id = follower_id));
--> statement-breakpoint
CREATE POLICY staff_reaches ON bells FOR ALL TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reads ON bells FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (heard, rated_at) ON ratings TO portal_resident;
--> statement-breakpoint
GRANT SELECT ON ratings TO portal_staff;
--> statement-breakpoint
ALTER TABLE ratings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON ratings FOR ALL TO portal_resident
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id))
  WITH CHECK (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_reads ON ratings FOR SELECT TO portal_staff USING (true);
