-- Holders of tips work under a role of their own. No other role of staff has any right to what follows.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_tips') THEN
      CREATE ROLE portal_tips NOLOGIN;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT pg_has_role(current_user, 'portal_tips', 'MEMBER') THEN
    GRANT portal_tips TO current_user;
  END IF;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portal_tips;
--> statement-breakpoint
GRANT SELECT ON areas, places, organisations, portal_settings, category_questions TO portal_tips;
--> statement-breakpoint
GRANT SELECT (id, name, email, role, organisation, signs_as, deactivated_at) ON staff TO portal_tips;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON tips, tip_messages, tip_photos, tips_keys, recovery_keys, tip_holders TO portal_tips;
--> statement-breakpoint
GRANT DELETE ON tip_holders TO portal_tips;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON tips_key_grants TO portal_tips;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON tip_unlocks TO portal_tips;
--> statement-breakpoint
GRANT SELECT, INSERT ON tip_audit_lines TO portal_tips;
--> statement-breakpoint
-- A resident sends a tip, and reaches her own by its code.
GRANT SELECT (id, public_key, retired_on) ON tips_keys TO portal_resident;
--> statement-breakpoint
GRANT SELECT, INSERT ON tips, tip_messages TO portal_resident;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (tip_id, message_id, position, content, original) ON tip_photos TO portal_resident;
--> statement-breakpoint
-- The worker numbers tips, reminds of them, links their audit lines and clears what waits for nothing: without content.
GRANT SELECT (id, ref, status, registration_number, received_on, opened_on, closed_on, assignee_id), UPDATE (registration_number)
  ON tips TO portal_worker;
--> statement-breakpoint
GRANT SELECT (id, tip_id, kept_on), DELETE ON tip_photos TO portal_worker;
--> statement-breakpoint
GRANT SELECT (staff_id, deputy_id, head_id) ON tip_holders TO portal_worker;
--> statement-breakpoint
GRANT SELECT (key_id, staff_id) ON tips_key_grants TO portal_worker;
--> statement-breakpoint
GRANT SELECT (id, retired_on) ON tips_keys TO portal_worker;
--> statement-breakpoint
GRANT SELECT, DELETE ON tip_unlocks TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (hash) ON tip_audit_lines TO portal_worker;
--> statement-breakpoint
ALTER TABLE tips ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY holders_reach ON tips FOR ALL TO portal_tips USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON tips FOR ALL TO portal_resident
  USING (code_hash = current_setting('portal.code_hash', true))
  WITH CHECK (code_hash = current_setting('portal.code_hash', true));
--> statement-breakpoint
CREATE POLICY worker_reaches ON tips FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE tip_messages ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY holders_reach ON tip_messages FOR ALL TO portal_tips USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY resident_reaches_own ON tip_messages FOR ALL TO portal_resident
  USING (EXISTS (SELECT FROM tips t WHERE t.id = tip_id))
  WITH CHECK (EXISTS (SELECT FROM tips t WHERE t.id = tip_id));
--> statement-breakpoint
ALTER TABLE tip_photos ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY holders_reach ON tip_photos FOR ALL TO portal_tips USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY resident_reads_own ON tip_photos FOR SELECT TO portal_resident
  USING ((tip_id IS NULL AND form_hash = current_setting('portal.form_hash', true))
    OR EXISTS (SELECT FROM tips t WHERE t.id = tip_id));
--> statement-breakpoint
CREATE POLICY resident_sends ON tip_photos FOR INSERT TO portal_resident
  WITH CHECK (tip_id IS NULL AND form_hash = current_setting('portal.form_hash', true));
--> statement-breakpoint
CREATE POLICY resident_hands_in ON tip_photos FOR UPDATE TO portal_resident
  USING (tip_id IS NULL AND form_hash = current_setting('portal.form_hash', true))
  WITH CHECK (form_hash = current_setting('portal.form_hash', true)
    AND (tip_id IS NULL OR EXISTS (SELECT FROM tips t WHERE t.id = tip_id)));
--> statement-breakpoint
CREATE POLICY resident_takes_back ON tip_photos FOR DELETE TO portal_resident
  USING (tip_id IS NULL AND form_hash = current_setting('portal.form_hash', true));
--> statement-breakpoint
CREATE POLICY worker_clears_waiting ON tip_photos FOR ALL TO portal_worker USING (tip_id IS NULL);
--> statement-breakpoint
-- Whether tips can be sealed to anybody: two active holders, and a recovery key. Everybody may know that.
CREATE FUNCTION tips_can_be_sealed() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*) >= 2
  FROM tips_keys k
  JOIN recovery_keys r ON r.id = k.recovery_key_id AND r.retired_on IS NULL
  JOIN tips_key_grants g ON g.key_id = k.id
  JOIN staff s ON s.id = g.staff_id AND s.deactivated_at IS NULL
  WHERE k.retired_on IS NULL
$$;
