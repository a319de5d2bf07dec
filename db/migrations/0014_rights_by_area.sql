-- The matrix of rights by area: an officer, a coordinator or a partner may be limited to some areas, and then reaches
-- what happened there, with everything that hangs on it, and nothing else. The same stands in
-- app/domain/staff/permissions.ts; a test compares the two over random rows.
--
-- The areas that whoever asks is limited to, by her row in the table of staff; null is no limit.
CREATE FUNCTION viewer_areas() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT nullif(s.areas, '{}') FROM staff s WHERE s.id = current_setting('portal.staff', true)
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_unknown_area() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(NEW.areas) AS wanted (code) WHERE NOT EXISTS (SELECT FROM areas a WHERE a.code = wanted.code)) THEN
    RAISE EXCEPTION 'no such area' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER staff_areas_are_there BEFORE INSERT OR UPDATE OF areas ON staff
  FOR EACH ROW WHEN (NEW.areas <> '{}') EXECUTE FUNCTION refuse_unknown_area();
--> statement-breakpoint
CREATE TRIGGER staff_invitations_areas_are_there BEFORE INSERT OR UPDATE OF areas ON staff_invitations
  FOR EACH ROW WHEN (NEW.areas <> '{}') EXECUTE FUNCTION refuse_unknown_area();
--> statement-breakpoint
GRANT SELECT (areas) ON staff TO portal_staff;
--> statement-breakpoint
-- Asked once for a statement, not for each row; without areas it is null, and so no limit.
ALTER POLICY staff_reads_reached ON submissions
  USING ((receiving_authority = (SELECT received FROM viewer_reach())
      OR (screened_at IS NOT NULL AND id IN (SELECT here FROM routed_here() AS r (here))))
    AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true));
--> statement-breakpoint
ALTER POLICY staff_handles_received ON submissions
  USING (receiving_authority = (SELECT handled FROM viewer_reach())
    AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION viewer_handles(submission uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM submissions WHERE id = submission AND receiving_authority = (SELECT handled FROM viewer_reach())
    AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true))
$$;
--> statement-breakpoint
-- A note is shared where its submission is reached.
ALTER POLICY staff_shares_own ON notes
  USING (organisation = (SELECT v.organisation FROM viewer_reach() v)
    AND (SELECT v.role FROM viewer_reach() v) IN ('officer', 'coordinator', 'partner')
    AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
ALTER POLICY company_shares_own ON notes
  USING (organisation = (SELECT rewritten FROM viewer_reach()) AND (SELECT v.role FROM viewer_reach() v) = 'partner'
    AND EXISTS (SELECT FROM company.submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- A holder seals as a tip what she reaches. Tips themselves are not limited by area: every holder opens all of them.
ALTER POLICY holders_seal ON submissions
  USING (receiving_authority = 'polisen' AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true));
--> statement-breakpoint
CREATE OR REPLACE VIEW company.submissions WITH (security_barrier) AS
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
    AND s.id IN (SELECT r.submission_id FROM public.routings r WHERE r.organisation = (SELECT rewritten FROM viewer_reach()))
    AND coalesce(s.area_code = ANY ((SELECT viewer_areas())::text[]), true);
--> statement-breakpoint
-- The register and the rules of disposal are the registrar's, of her own authority, by her row in the table of staff.
ALTER POLICY staff_reads_own ON registrations
  USING (authority = (SELECT v.received FROM viewer_reach() v WHERE v.role = 'registrar'));
--> statement-breakpoint
ALTER POLICY staff_reaches_own ON disposal_rules
  USING (authority = (SELECT v.received FROM viewer_reach() v WHERE v.role = 'registrar'))
  WITH CHECK (authority = (SELECT v.received FROM viewer_reach() v WHERE v.role = 'registrar'));
--> statement-breakpoint
-- A registrar searches what was done by the staff of her own authority and to what it has received; an administrator all.
ALTER POLICY staff_searches ON audit_lines
  USING ((SELECT v.role FROM viewer_reach() v) = 'admin'
    OR ((SELECT v.role FROM viewer_reach() v) = 'registrar'
      AND (staff_id IN (SELECT p.id FROM staff p JOIN organisations o ON o.slug = p.organisation
          WHERE o.authority = (SELECT received FROM viewer_reach()))
        OR EXISTS (SELECT FROM submissions s WHERE s.receiving_authority = (SELECT received FROM viewer_reach())
          AND s.id = CASE WHEN subject LIKE 'submission:%' THEN substring(subject FROM 12)::uuid END))));
