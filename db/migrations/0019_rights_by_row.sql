-- The second wall of the rights of staff: which rows each person reaches, whatever a query forgot to ask. The same
-- matrix stands in app/domain/staff/permissions.ts; a test compares the two over random rows.
--
-- What a person reaches, by the row in the table of staff and not by what the caller says of her: the authority whose
-- submissions she reads and handles, the organisation whose routed ones she reads as they were written, and the company
-- that reads what was rewritten for it. Nothing for who is not there or is deactivated.
CREATE FUNCTION viewer_reach(OUT role text, OUT organisation text, OUT received text, OUT handled text, OUT routed text, OUT rewritten text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.role, s.organisation,
    CASE WHEN s.role IN ('officer', 'coordinator', 'registrar') THEN o.authority END,
    CASE WHEN s.role IN ('officer', 'coordinator') THEN o.authority END,
    CASE WHEN s.role IN ('officer', 'coordinator', 'registrar', 'partner') AND o.kind <> 'company' THEN s.organisation END,
    CASE WHEN s.role IN ('officer', 'coordinator', 'registrar', 'partner') AND o.kind = 'company' THEN s.organisation END
  FROM staff s JOIN organisations o ON o.slug = s.organisation
  WHERE s.id = current_setting('portal.staff', true) AND s.deactivated_at IS NULL
$$;
--> statement-breakpoint
-- What was routed to her organisation, asked for beside the rows' own policies, which ask for it.
CREATE FUNCTION routed_here() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT submission_id FROM routings WHERE organisation = (SELECT routed FROM viewer_reach())
$$;
--> statement-breakpoint
-- True when she handles this submission: of her authority, and in a role that does.
CREATE FUNCTION viewer_handles(submission uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM submissions WHERE id = submission AND receiving_authority = (SELECT handled FROM viewer_reach()))
$$;
--> statement-breakpoint
-- Staff put down what a resident told them under the resident's own role and code.
REVOKE INSERT, UPDATE ON submissions FROM portal_staff;
--> statement-breakpoint
-- What the resident wrote, and all that it is found by, is changed by nobody.
GRANT UPDATE (status, status_at, receiving_authority, written_in, held_for, spam_at, assignee_id, merged_into_id, status_before_merge,
  screened_at, public_title, public_body, cell, public_area_code, block, quarter, ward, vicinity, published_at) ON submissions TO portal_staff;
--> statement-breakpoint
REVOKE INSERT, UPDATE (submission_id, message_id, position) ON photos FROM portal_staff;
--> statement-breakpoint
REVOKE INSERT ON bells FROM portal_staff;
--> statement-breakpoint
DROP POLICY staff_reaches ON submissions;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON submissions FOR SELECT TO portal_staff
  USING (receiving_authority = (SELECT received FROM viewer_reach())
    OR (screened_at IS NOT NULL AND id IN (SELECT here FROM routed_here() AS r (here))));
--> statement-breakpoint
CREATE POLICY staff_handles_received ON submissions FOR UPDATE TO portal_staff
  USING (receiving_authority = (SELECT handled FROM viewer_reach()));
--> statement-breakpoint
-- What belongs to a submission is read with it.
DROP POLICY staff_reaches ON messages;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON messages FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_writes_as_herself ON messages FOR INSERT TO portal_staff
  WITH CHECK (sender = 'staff' AND staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
DROP POLICY staff_reaches ON moves;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON moves FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_moves_as_herself ON moves FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
DROP POLICY staff_reaches ON responses;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON responses FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_answers_as_herself ON responses FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND organisation = (SELECT v.organisation FROM viewer_reach() v)
    AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_handles_received ON responses FOR UPDATE TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
DROP POLICY staff_reaches ON submission_commitments;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON submission_commitments FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_links ON submission_commitments FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_unlinks ON submission_commitments FOR DELETE TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
DROP POLICY staff_reaches ON photos;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON photos FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
DROP POLICY staff_counts ON followers;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON followers FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
DROP POLICY staff_reaches ON bells;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON bells FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
DROP POLICY staff_reads ON ratings;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON ratings FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- Who has received a submission reads where it was routed; an organisation reads what was routed to itself.
ALTER TABLE routings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON routings FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id
    AND (s.receiving_authority = (SELECT received FROM viewer_reach()) OR routings.organisation = (SELECT routed FROM viewer_reach()))));
--> statement-breakpoint
CREATE POLICY staff_routes ON routings FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_routes_anew ON routings FOR UPDATE TO portal_staff USING (viewer_handles(submission_id))
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_unroutes ON routings FOR DELETE TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
-- Notes stay inside the writer's organisation unless they were shared.
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
REVOKE UPDATE ON notes FROM portal_staff;
--> statement-breakpoint
GRANT UPDATE (shared_at) ON notes TO portal_staff;
--> statement-breakpoint
CREATE POLICY staff_reads_own_and_shared ON notes FOR SELECT TO portal_staff
  USING ((organisation = (SELECT v.organisation FROM viewer_reach() v) OR shared_at IS NOT NULL)
    AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_notes_as_herself ON notes FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND organisation = (SELECT v.organisation FROM viewer_reach() v)
    AND (SELECT v.role FROM viewer_reach() v) IN ('officer', 'coordinator', 'partner')
    AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_shares_own ON notes FOR UPDATE TO portal_staff
  USING (organisation = (SELECT v.organisation FROM viewer_reach() v) AND (SELECT v.role FROM viewer_reach() v) IN ('officer', 'coordinator', 'partner'));
--> statement-breakpoint
-- A line of the audit is in the name of who writes it; who searches it is the administrator and the registrar.
ALTER TABLE audit_lines ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY residents_and_sign_in_write ON audit_lines FOR INSERT TO portal_resident, portal_auth WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reaches ON audit_lines FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY staff_writes_as_herself ON audit_lines FOR INSERT TO portal_staff WITH CHECK (staff_id = current_setting('portal.staff', true));
--> statement-breakpoint
CREATE POLICY staff_searches ON audit_lines FOR SELECT TO portal_staff USING ((SELECT v.role FROM viewer_reach() v) IN ('admin', 'registrar'));
--> statement-breakpoint
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY worker_reaches ON outbox FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY administrator_reads ON outbox FOR SELECT TO portal_staff USING ((SELECT v.role FROM viewer_reach() v) = 'admin');
--> statement-breakpoint
-- Who has booked is known to those who hold dialogues.
ALTER TABLE bookings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seats_are_counted ON bookings FOR SELECT TO portal_public USING (true);
--> statement-breakpoint
CREATE POLICY resident_books ON bookings FOR ALL TO portal_resident USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY worker_reaches ON bookings FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY hosts_reach ON bookings FOR ALL TO portal_staff
  USING ((SELECT v.role FROM viewer_reach() v) IN ('organiser', 'coordinator'))
  WITH CHECK ((SELECT v.role FROM viewer_reach() v) IN ('organiser', 'coordinator'));
--> statement-breakpoint
-- A holder who seals a submission as a tip reads all that is to be sealed with it.
CREATE POLICY holders_seal ON notes FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON routings FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
