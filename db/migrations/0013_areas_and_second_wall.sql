ALTER TABLE "staff" ADD COLUMN "areas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD COLUMN "areas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_limited_by_role" CHECK ("staff"."areas" = '{}' or "staff"."role" in ('officer', 'coordinator', 'partner'));--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_limited_by_role" CHECK ("staff_invitations"."areas" = '{}' or "staff_invitations"."role" in ('officer', 'coordinator', 'partner'));
--> statement-breakpoint
ALTER TABLE "tips_keys" ADD COLUMN "rotation_due_on" date;
--> statement-breakpoint
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
--> statement-breakpoint
-- The second wall of tips: which rows of theirs each person reaches, whatever a command forgot to ask. It goes by her row
-- in the table of staff, as the first does in app/domain/tips/reads-tips.ts, and by the keys that were granted to her.
--
-- What whoever asks may do with tips: an active officer of the police sees how the keys stand and sets up her own; who
-- holds one of them reaches tips; before the first tips key any officer makes it; a registrar of the police reads what a
-- disclosure needs. Nothing for anybody else.
CREATE FUNCTION viewer_of_tips(OUT officer boolean, OUT holds boolean, OUT begins boolean, OUT discloses boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT v.role = 'officer',
    v.role = 'officer' AND EXISTS (SELECT FROM tips_key_grants g WHERE g.staff_id = current_setting('portal.staff', true)),
    v.role = 'officer' AND NOT EXISTS (SELECT FROM tips_keys k WHERE k.retired_on IS NULL),
    v.role = 'registrar'
  FROM viewer_reach() v WHERE v.received = 'polisen'
$$;
--> statement-breakpoint
DO $$
DECLARE noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['tips', 'tip_messages', 'tip_photos'] LOOP
    EXECUTE format('ALTER POLICY holders_reach ON %I USING ((SELECT holds FROM viewer_of_tips()))
      WITH CHECK ((SELECT holds FROM viewer_of_tips()))', noun);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE POLICY registrar_discloses ON tips FOR SELECT TO portal_tips USING ((SELECT discloses FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY registrar_discloses ON tip_messages FOR SELECT TO portal_tips USING ((SELECT discloses FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY registrar_discloses ON tip_photos FOR SELECT TO portal_tips
  USING (tip_id IS NOT NULL AND (SELECT discloses FROM viewer_of_tips()));
--> statement-breakpoint
-- The keys. Which there are, officers and the registrar see; who holds one makes the next.
ALTER TABLE tips_keys ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY resident_seals ON tips_keys FOR SELECT TO portal_resident USING (true);
--> statement-breakpoint
CREATE POLICY worker_reads ON tips_keys FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
CREATE POLICY police_read ON tips_keys FOR SELECT TO portal_tips USING ((SELECT officer OR discloses FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY holders_make ON tips_keys FOR INSERT TO portal_tips WITH CHECK ((SELECT holds OR begins FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY holders_change ON tips_keys FOR UPDATE TO portal_tips USING ((SELECT holds FROM viewer_of_tips()));
--> statement-breakpoint
ALTER TABLE recovery_keys ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY police_read ON recovery_keys FOR SELECT TO portal_tips USING ((SELECT officer OR discloses FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY holders_make ON recovery_keys FOR INSERT TO portal_tips WITH CHECK ((SELECT holds OR begins FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY holders_change ON recovery_keys FOR UPDATE TO portal_tips USING ((SELECT holds OR begins FROM viewer_of_tips()));
--> statement-breakpoint
-- Who holds grants to others. An officer grants to herself what she makes as the first, or opens by the paper shares, and
-- lets go what is her own.
ALTER TABLE tips_key_grants ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY worker_reads ON tips_key_grants FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
CREATE POLICY officers_read ON tips_key_grants FOR SELECT TO portal_tips USING ((SELECT officer FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY holders_grant ON tips_key_grants FOR INSERT TO portal_tips
  WITH CHECK ((SELECT holds FROM viewer_of_tips())
    OR (staff_id = current_setting('portal.staff', true) AND (SELECT officer FROM viewer_of_tips())));
--> statement-breakpoint
CREATE POLICY holders_take_back ON tips_key_grants FOR DELETE TO portal_tips
  USING ((SELECT holds FROM viewer_of_tips())
    OR (staff_id = current_setting('portal.staff', true) AND (SELECT officer FROM viewer_of_tips())));
--> statement-breakpoint
ALTER TABLE tip_holders ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY worker_reads ON tip_holders FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
CREATE POLICY officers_read ON tip_holders FOR SELECT TO portal_tips USING ((SELECT officer FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY officer_becomes_one ON tip_holders FOR INSERT TO portal_tips
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND (SELECT officer FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY holders_change ON tip_holders FOR UPDATE TO portal_tips
  USING ((SELECT holds FROM viewer_of_tips())
    OR (staff_id = current_setting('portal.staff', true) AND (SELECT officer FROM viewer_of_tips())));
--> statement-breakpoint
CREATE POLICY holders_remove ON tip_holders FOR DELETE TO portal_tips
  USING ((SELECT holds FROM viewer_of_tips())
    OR (staff_id = current_setting('portal.staff', true) AND (SELECT officer FROM viewer_of_tips())));
--> statement-breakpoint
ALTER TABLE tip_unlocks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY worker_reaches ON tip_unlocks FOR ALL TO portal_worker USING (true);
--> statement-breakpoint
CREATE POLICY officer_reaches_own ON tip_unlocks FOR ALL TO portal_tips
  USING (staff_id = current_setting('portal.staff', true) AND (SELECT officer FROM viewer_of_tips()));
--> statement-breakpoint
-- Whose right is taken away, her unlocks go too.
CREATE POLICY holders_see_open ON tip_unlocks FOR SELECT TO portal_tips USING ((SELECT holds FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY holders_lock ON tip_unlocks FOR DELETE TO portal_tips USING ((SELECT holds FROM viewer_of_tips()));
--> statement-breakpoint
-- What was done with tips is read by who holds them. Everybody writes in her own name, a registrar that she disclosed or tried to.
ALTER TABLE tip_audit_lines ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY worker_reaches ON tip_audit_lines FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY holders_read ON tip_audit_lines FOR SELECT TO portal_tips USING ((SELECT holds FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY police_write_as_themselves ON tip_audit_lines FOR INSERT TO portal_tips
  WITH CHECK (staff_id = current_setting('portal.staff', true)
    AND (SELECT officer OR (discloses AND event IN ('tip-disclosed', 'shares-refused')) FROM viewer_of_tips()));
--> statement-breakpoint
-- Who seals a submission holds tips; all that hangs on it is read by the submission.
CREATE POLICY holders_alone_seal ON submissions AS RESTRICTIVE FOR ALL TO portal_tips
  USING ((SELECT holds FROM viewer_of_tips()));
--> statement-breakpoint
-- What else is sealed with it.
GRANT SELECT ON secrecy_marks, ratings TO portal_tips;
--> statement-breakpoint
CREATE POLICY holders_seal ON secrecy_marks FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON ratings FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- Nobody lets a submission be forgotten but who holds tips, in her own name.
ALTER FUNCTION forget_submission(uuid, text) RENAME TO forget_sealed_submission;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION forget_sealed_submission(uuid, text) FROM portal_tips;
--> statement-breakpoint
CREATE FUNCTION forget_submission(own uuid, by_staff text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF by_staff IS DISTINCT FROM current_setting('portal.staff', true) OR (SELECT holds FROM viewer_of_tips()) IS NOT TRUE THEN
    RAISE EXCEPTION 'only who holds tips seals, as herself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM forget_sealed_submission(own, by_staff);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION forget_submission(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION forget_submission(uuid, text) TO portal_tips;
--> statement-breakpoint
-- A case that was sealed leaves the line of one that was handed over. Of a case that is kept no more, whatever became of
-- it, that line is not for the registrar, who has the register beside it: it would tell her who and at what moment.
CREATE FUNCTION case_is_kept(subject text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM submissions s
    WHERE s.id = CASE WHEN subject LIKE 'submission:%' THEN substring(subject FROM 12)::uuid END)
$$;
--> statement-breakpoint
CREATE POLICY gone_is_gone ON audit_lines AS RESTRICTIVE FOR SELECT TO portal_staff
  USING (event <> 'submission-handed-over' OR (SELECT v.role FROM viewer_reach() v) = 'admin' OR case_is_kept(subject));
--> statement-breakpoint
-- And its lines are found by its number as those of any case that was handed over, so that not finding them tells nothing.
CREATE OR REPLACE FUNCTION case_named(typed text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id FROM submissions s, viewer_reach() v
  WHERE (s.ref = upper(typed) OR s.registration_number = upper(typed))
    AND (v.role = 'admin' OR (v.role = 'registrar' AND s.receiving_authority = v.received))
  UNION
  SELECT substring(l.subject FROM 12)::uuid FROM audit_lines l, viewer_reach() v
  WHERE l.event = 'submission-handed-over' AND l.subject LIKE 'submission:%'
    AND l.details ->> 'registrationNumber' = upper(typed) AND v.role = 'admin'
$$;
--> statement-breakpoint
-- The worker reminds holders of what a resident has written and nobody has read: that there is something, and since when.
GRANT SELECT (tip_id, sender, sent_on, read_on) ON tip_messages TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_looks_for_unread ON tip_messages FOR SELECT TO portal_worker
  USING (sender = 'resident' AND read_on IS NULL);
--> statement-breakpoint
-- Who is about to lose her account or her role lays down what opens tips, in the transaction of that change; false when
-- it must not be, because fewer than two active holders would be left. No tip is looked at or written, so that it costs
-- the same however many there are: whoever opens the key next puts a new one in its place and seals them anew.
CREATE FUNCTION lay_down_keys(person text, by_staff text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  in_use uuid;
  today date := (now() AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
  IF EXISTS (SELECT FROM tip_holders WHERE staff_id = person) THEN
    -- Nobody is granted or revoked meanwhile.
    PERFORM pg_advisory_xact_lock(hashtextextended('tips key', 0));
    SELECT id INTO in_use FROM tips_keys WHERE retired_on IS NULL;
    IF (SELECT bool_or(s.id = person) AND count(*) < 3
        FROM tips_key_grants g JOIN staff s ON s.id = g.staff_id JOIN organisations o ON o.slug = s.organisation
        WHERE g.key_id = in_use AND s.deactivated_at IS NULL AND s.role = 'officer' AND o.authority = 'polisen') THEN
      RETURN false;
    END IF;
    DELETE FROM tip_unlocks WHERE staff_id = person;
    DELETE FROM tips_key_grants WHERE staff_id = person;
    DELETE FROM tip_holders WHERE staff_id = person;
    UPDATE tips_keys SET rotation_due_on = coalesce(rotation_due_on, today) WHERE id = in_use;
    INSERT INTO tip_audit_lines (day, event, staff_id, subject) VALUES (today, 'holder-left', by_staff, 'staff:' || person);
  END IF;
  UPDATE tip_holders SET deputy_id = nullif(deputy_id, person), head_id = nullif(head_id, person)
    WHERE person IN (deputy_id, head_id);
  RETURN true;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION lay_down_keys(text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lay_down_keys(text, text) TO portal_auth;
--> statement-breakpoint
-- Tips that have a number already were numbered beside the registers; from here on their register counts them.
INSERT INTO registers (authority, register, year, last_number)
  SELECT 'polisen', 'tips', split_part(registration_number, '-', 3)::integer, max(split_part(registration_number, '-', 4)::integer)
  FROM tips WHERE registration_number LIKE 'POL-T-%' GROUP BY 3
  ON CONFLICT (authority, register, year) DO UPDATE SET last_number = greatest(registers.last_number, excluded.last_number);
