-- The local roles under which every transaction of a request runs. They cannot sign in.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portal_public', 'portal_resident', 'portal_staff', 'portal_worker', 'portal_auth'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(current_user, name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO current_user', name);
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portal_public, portal_resident, portal_staff, portal_worker, portal_auth;
--> statement-breakpoint
INSERT INTO legal_moves (from_status, to_status) VALUES
  ('received', 'screening'),
  ('received', 'redirected'),
  ('received', 'merged'),
  ('received', 'not_pursued'),
  ('screening', 'in_progress'),
  ('screening', 'redirected'),
  ('screening', 'merged'),
  ('screening', 'not_pursued'),
  ('in_progress', 'waiting_for_resident'),
  ('in_progress', 'answered'),
  ('in_progress', 'redirected'),
  ('in_progress', 'merged'),
  ('in_progress', 'not_pursued'),
  ('waiting_for_resident', 'in_progress'),
  ('waiting_for_resident', 'answered'),
  ('waiting_for_resident', 'redirected'),
  ('waiting_for_resident', 'merged'),
  ('waiting_for_resident', 'not_pursued'),
  ('answered', 'closed'),
  ('answered', 'reopen_requested'),
  ('closed', 'in_progress'),
  ('closed', 'reopen_requested'),
  ('reopen_requested', 'in_progress'),
  ('reopen_requested', 'closed'),
  ('reopen_requested', 'redirected'),
  ('reopen_requested', 'merged'),
  ('reopen_requested', 'not_pursued'),
  ('redirected', 'in_progress'),
  ('merged', 'received'),
  ('merged', 'screening'),
  ('merged', 'in_progress'),
  ('merged', 'waiting_for_resident'),
  ('merged', 'reopen_requested'),
  ('not_pursued', 'in_progress');
--> statement-breakpoint
CREATE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'received' THEN
      RAISE EXCEPTION 'a submission starts as received' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status <> OLD.status THEN
    IF NOT EXISTS (SELECT FROM legal_moves WHERE from_status = OLD.status AND to_status = NEW.status)
      OR (OLD.status = 'merged' AND NEW.status IS DISTINCT FROM OLD.status_before_merge) THEN
      RAISE EXCEPTION 'illegal move of a submission' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_legal_moves BEFORE INSERT OR UPDATE OF status ON submissions
  FOR EACH ROW EXECUTE FUNCTION refuse_illegal_move();
--> statement-breakpoint
-- Tips are not kept until they can be sealed.
ALTER TABLE submissions ADD CONSTRAINT no_unsealed_tip CHECK (kind <> 'tip');
--> statement-breakpoint
ALTER TABLE submissions ADD CONSTRAINT published_is_complete CHECK (
  published_at IS NULL OR (public_title IS NOT NULL AND public_body IS NOT NULL AND cell IS NOT NULL AND public_area_code IS NOT NULL)
);
--> statement-breakpoint
ALTER TABLE staff_sessions ADD CONSTRAINT no_network_address CHECK (coalesce(ip_address, '') = '' AND coalesce(user_agent, '') = '');
--> statement-breakpoint
ALTER TABLE day_keys SET UNLOGGED;
--> statement-breakpoint
ALTER TABLE rate_limits SET UNLOGGED;
--> statement-breakpoint
-- What everybody may read: the seeded facts, and columns of published things.
GRANT SELECT ON areas, working_areas, working_area_areas, places, everyday_names, map_lines, organisations,
  pledges, commitments, commitment_owners, dialogue_questions, dialogue_commitments, portal_settings
  TO portal_public, portal_resident, portal_staff, portal_worker;
--> statement-breakpoint
GRANT SELECT ON dialogues, entries, submission_commitments TO portal_public;
--> statement-breakpoint
GRANT SELECT (id, ref, kind, category, status, public_title, public_body, cell, public_area_code, published_at, example, created_at)
  ON submissions TO portal_public;
--> statement-breakpoint
GRANT SELECT (id, submission_id, version, audience, body, signed_as, organisation, given_at, withdrawn_at) ON responses TO portal_public;
--> statement-breakpoint
GRANT SELECT (dialogue_id, state, party_size) ON bookings TO portal_public;
--> statement-breakpoint
-- A resident: makes a submission, reads and writes the thread of her own code, books.
GRANT SELECT, INSERT ON submissions, messages TO portal_resident;
--> statement-breakpoint
GRANT UPDATE (status, status_at, contact_email) ON submissions TO portal_resident;
--> statement-breakpoint
GRANT SELECT ON responses, submission_commitments TO portal_resident;
--> statement-breakpoint
GRANT SELECT, INSERT ON moves TO portal_resident;
--> statement-breakpoint
GRANT SELECT ON dialogues TO portal_resident;
--> statement-breakpoint
GRANT UPDATE (changed_at) ON dialogues TO portal_resident;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON bookings TO portal_resident;
--> statement-breakpoint
GRANT INSERT ON audit_lines TO portal_resident, portal_staff, portal_worker, portal_auth;
--> statement-breakpoint
-- Staff: rights are decided by role in the domain; nothing is deleted but links and routings.
GRANT SELECT, INSERT, UPDATE ON submissions, responses, dialogues, bookings, notes, routings TO portal_staff;
--> statement-breakpoint
GRANT SELECT, INSERT ON messages, moves, entries, submission_commitments TO portal_staff;
--> statement-breakpoint
GRANT DELETE ON submission_commitments, routings TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON audit_lines, outbox TO portal_staff;
--> statement-breakpoint
GRANT SELECT (id, name, email, role, organisation, signs_as, deactivated_at) ON staff TO portal_staff, portal_worker;
--> statement-breakpoint
-- The worker.
GRANT SELECT ON messages, moves, responses, entries, submission_commitments, audit_lines, legal_moves TO portal_worker;
--> statement-breakpoint
GRANT SELECT, UPDATE ON submissions, dialogues, bookings TO portal_worker;
--> statement-breakpoint
GRANT INSERT ON moves, outbox TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON outbox TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON registers TO portal_worker;
--> statement-breakpoint
GRANT SELECT, DELETE ON day_keys, rate_limits TO portal_worker;
--> statement-breakpoint
-- Sign-in, limits and lasting keys.
GRANT SELECT, INSERT, UPDATE, DELETE ON staff, staff_sessions, staff_accounts, staff_verifications, rate_limits TO portal_auth;
--> statement-breakpoint
GRANT SELECT ON organisations TO portal_auth;
--> statement-breakpoint
GRANT SELECT, INSERT ON day_keys, lasting_keys TO portal_auth;
--> statement-breakpoint
ALTER TABLE submissions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY public_reads_published ON submissions FOR SELECT TO portal_public USING (published_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON submissions FOR ALL TO portal_resident
  USING (code_hash = current_setting('portal.code_hash', true))
  WITH CHECK (code_hash = current_setting('portal.code_hash', true));
--> statement-breakpoint
CREATE POLICY staff_reaches ON submissions FOR ALL TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reaches ON submissions FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE responses ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY public_reads_public ON responses FOR SELECT TO portal_public
  USING (audience = 'public' AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY resident_reads_own ON responses FOR SELECT TO portal_resident
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_reaches ON responses FOR ALL TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reads ON responses FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON messages FOR ALL TO portal_resident
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id))
  WITH CHECK (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_reaches ON messages FOR ALL TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reads ON messages FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
ALTER TABLE submission_commitments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen_with_submission ON submission_commitments FOR SELECT TO portal_public, portal_resident
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_reaches ON submission_commitments FOR ALL TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reads ON submission_commitments FOR SELECT TO portal_worker USING (true);
