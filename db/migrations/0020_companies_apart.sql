-- Staff of a private company work under a role of their own, which has no right to what a resident wrote. Where the
-- others read the tables of submissions, moves and staff, it finds views of the same names in a schema that it looks in
-- first: what was routed to it and screened, without any word, place, name or sign of the resident.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_company') THEN
      CREATE ROLE portal_company NOLOGIN;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT pg_has_role(current_user, 'portal_company', 'MEMBER') THEN
    GRANT portal_company TO current_user;
  END IF;
END
$$;
--> statement-breakpoint
CREATE SCHEMA company;
--> statement-breakpoint
GRANT USAGE ON SCHEMA company, public TO portal_company;
--> statement-breakpoint
CREATE VIEW company.submissions WITH (security_barrier) AS
  SELECT s.id, s.ref, s.kind, s.category, s.status, s.status_at, s.receiving_authority, s.registration_number, s.language,
    NULL::text AS written_in, 'web'::text AS channel, NULL::text AS interpreted_from, NULL::text AS entered_by_id,
    ''::text AS body, '[]'::jsonb AS answers, ''::text AS fingerprint, '{}'::text[] AS held_for,
    NULL::timestamp(3) with time zone AS spam_at, s.area_code, NULL::double precision AS lat, NULL::double precision AS lon,
    NULL::text AS place, ''::text AS place_note, NULL::text AS code_hash, NULL::text AS code_public_key, NULL::text AS assignee_id,
    NULL::uuid AS merged_into_id, NULL::text AS status_before_merge, s.screened_at,
    CASE WHEN s.published_at IS NOT NULL THEN s.public_title END AS public_title,
    CASE WHEN s.published_at IS NOT NULL THEN s.public_body END AS public_body,
    CASE WHEN s.published_at IS NOT NULL THEN s.cell END AS cell,
    CASE WHEN s.published_at IS NOT NULL THEN s.public_area_code END AS public_area_code,
    CASE WHEN s.published_at IS NOT NULL THEN s.block END AS block,
    CASE WHEN s.published_at IS NOT NULL THEN s.quarter END AS quarter,
    CASE WHEN s.published_at IS NOT NULL THEN s.ward END AS ward,
    CASE WHEN s.published_at IS NOT NULL THEN s.vicinity END AS vicinity,
    s.published_at, s.example, s.created_at
  FROM public.submissions s
  WHERE s.screened_at IS NOT NULL
    AND s.id IN (SELECT r.submission_id FROM public.routings r WHERE r.organisation = (SELECT rewritten FROM viewer_reach()));
--> statement-breakpoint
CREATE VIEW company.moves WITH (security_barrier) AS
  SELECT m.id, m.submission_id, m.from_status, m.to_status, ''::text AS reason, NULL::text AS staff_id, m.moved_at
  FROM public.moves m WHERE m.submission_id IN (SELECT s.id FROM company.submissions s);
--> statement-breakpoint
CREATE VIEW company.staff WITH (security_barrier) AS
  SELECT s.id, s.name, s.role, s.organisation, s.signs_as, s.deactivated_at
  FROM public.staff s WHERE s.organisation = (SELECT rewritten FROM viewer_reach());
--> statement-breakpoint
GRANT SELECT ON company.submissions, company.moves, company.staff TO portal_company;
--> statement-breakpoint
GRANT SELECT ON areas, working_areas, working_area_areas, places, everyday_names, map_lines, organisations, pledges, commitments,
  commitment_owners, category_questions, portal_settings, dialogues, dialogue_questions, dialogue_commitments, entries TO portal_company;
--> statement-breakpoint
GRANT INSERT ON entries, audit_lines TO portal_company;
--> statement-breakpoint
GRANT SELECT (submission_id, organisation, rewritten_body, routed_at) ON routings TO portal_company;
--> statement-breakpoint
GRANT SELECT ON responses, submission_commitments TO portal_company;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (shared_at) ON notes TO portal_company;
--> statement-breakpoint
-- No policy lets it read a row of these: the same questions may be asked, and are answered with nothing.
GRANT SELECT (submission_id, sender, sent_at) ON messages TO portal_company;
--> statement-breakpoint
GRANT SELECT (id, submission_id) ON bells TO portal_company;
--> statement-breakpoint
GRANT SELECT (id, submission_id, sealed) ON photos TO portal_company;
--> statement-breakpoint
CREATE POLICY company_reads_own ON routings FOR SELECT TO portal_company
  USING (organisation = (SELECT rewritten FROM viewer_reach()) AND EXISTS (SELECT FROM company.submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY company_reads_public ON responses FOR SELECT TO portal_company
  USING (audience = 'public' AND EXISTS (SELECT FROM company.submissions s WHERE s.id = submission_id AND s.published_at IS NOT NULL));
--> statement-breakpoint
CREATE POLICY company_reads_reached ON submission_commitments FOR SELECT TO portal_company
  USING (EXISTS (SELECT FROM company.submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY company_reads_own ON notes FOR SELECT TO portal_company
  USING (organisation = (SELECT rewritten FROM viewer_reach()) AND EXISTS (SELECT FROM company.submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY company_notes_as_herself ON notes FOR INSERT TO portal_company
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND organisation = (SELECT rewritten FROM viewer_reach())
    AND (SELECT v.role FROM viewer_reach() v) = 'partner' AND EXISTS (SELECT FROM company.submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY company_shares_own ON notes FOR UPDATE TO portal_company
  USING (organisation = (SELECT rewritten FROM viewer_reach()) AND (SELECT v.role FROM viewer_reach() v) = 'partner');
--> statement-breakpoint
CREATE POLICY company_writes_as_herself ON audit_lines FOR INSERT TO portal_company WITH CHECK (staff_id = current_setting('portal.staff', true));
