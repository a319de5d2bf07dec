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
-- What was done with tips is read by who holds them. Everybody writes in her own name, a registrar that she disclosed.
ALTER TABLE tip_audit_lines ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY worker_reaches ON tip_audit_lines FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY holders_read ON tip_audit_lines FOR SELECT TO portal_tips USING ((SELECT holds FROM viewer_of_tips()));
--> statement-breakpoint
CREATE POLICY police_write_as_themselves ON tip_audit_lines FOR INSERT TO portal_tips
  WITH CHECK (staff_id = current_setting('portal.staff', true)
    AND (SELECT officer OR (discloses AND event = 'tip-disclosed') FROM viewer_of_tips()));
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
