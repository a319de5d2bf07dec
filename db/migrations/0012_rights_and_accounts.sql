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
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE "staff_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"organisation" text NOT NULL,
	"signs_as" jsonb NOT NULL,
	"staff_id" text,
	"invited_by" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_invitations_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"name" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_second_factors" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"recovery_hashes" text[] DEFAULT '{}' NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "via" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "confirmed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_invited_by_staff_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_passkeys" ADD CONSTRAINT "staff_passkeys_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_second_factors" ADD CONSTRAINT "staff_second_factors_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_invitations_expires_at_index" ON "staff_invitations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "staff_passkeys_staff_id_index" ON "staff_passkeys" USING btree ("staff_id");
--> statement-breakpoint
-- Who signs in, who was invited, and what a person proves herself by: for sign-in alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_invitations, staff_second_factors, staff_passkeys TO portal_auth;
--> statement-breakpoint
-- Who searches the audit finds the lines of a case by its reference or number, without a right to the case itself.
CREATE FUNCTION case_named(typed text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id FROM submissions s, viewer_reach() v
  WHERE (s.ref = upper(typed) OR s.registration_number = upper(typed))
    AND (v.role = 'admin' OR (v.role = 'registrar' AND s.receiving_authority = v.received))
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION case_named(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION case_named(text) TO portal_staff;
--> statement-breakpoint
-- A company asks the same questions as others, and is answered with nothing.
GRANT SELECT ON secrecy_marks TO portal_company;
