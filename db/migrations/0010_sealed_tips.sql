CREATE TABLE "recovery_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_key" text NOT NULL,
	"made_on" date NOT NULL,
	"retired_on" date
);
--> statement-breakpoint
CREATE TABLE "tip_audit_lines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tip_audit_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"event" text NOT NULL,
	"staff_id" text,
	"subject" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "tip_holders" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"wrapped_secret" text NOT NULL,
	"deputy_id" text,
	"head_id" text,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tip_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tip_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sender" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sent_on" date NOT NULL,
	"read_on" date,
	"form_token_hash" text,
	CONSTRAINT "tip_messages_formTokenHash_unique" UNIQUE("form_token_hash"),
	CONSTRAINT "tip_messages_tipId_position_unique" UNIQUE("tip_id","position")
);
--> statement-breakpoint
CREATE TABLE "tip_photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"form_hash" text NOT NULL,
	"tip_id" uuid,
	"message_id" uuid,
	"position" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"digest" text NOT NULL,
	"content" "bytea" NOT NULL,
	"original" "bytea",
	"kept_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tip_unlocks" (
	"session_id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tips" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ref" text NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"registration_number" text,
	"area_code" text NOT NULL,
	"received_on" date NOT NULL,
	"opened_on" date,
	"closed_on" date,
	"handed_over_on" date,
	"handed_over_digest" text,
	"assignee_id" text,
	"code_hash" text NOT NULL,
	"code_public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sealed_key" "bytea" NOT NULL,
	"tips_key_id" uuid NOT NULL,
	"resident_key" "bytea" NOT NULL,
	"example" boolean DEFAULT false NOT NULL,
	CONSTRAINT "tips_ref_unique" UNIQUE("ref"),
	CONSTRAINT "tips_registrationNumber_unique" UNIQUE("registration_number"),
	CONSTRAINT "tips_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "tips_key_grants" (
	"key_id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"granted_by_id" text,
	"granted_on" date NOT NULL,
	CONSTRAINT "tips_key_grants_key_id_staff_id_pk" PRIMARY KEY("key_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "tips_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_key" text NOT NULL,
	"recovery_sealed" "bytea" NOT NULL,
	"recovery_key_id" uuid NOT NULL,
	"made_on" date NOT NULL,
	"retired_on" date
);
--> statement-breakpoint
ALTER TABLE "tip_holders" ADD CONSTRAINT "tip_holders_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_holders" ADD CONSTRAINT "tip_holders_deputy_id_staff_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_holders" ADD CONSTRAINT "tip_holders_head_id_staff_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_messages" ADD CONSTRAINT "tip_messages_tip_id_tips_id_fk" FOREIGN KEY ("tip_id") REFERENCES "public"."tips"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_photos" ADD CONSTRAINT "tip_photos_message_id_tip_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."tip_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_photos" ADD CONSTRAINT "tip_photos_tip_id_tips_id_fk" FOREIGN KEY ("tip_id") REFERENCES "public"."tips"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_unlocks" ADD CONSTRAINT "tip_unlocks_session_id_staff_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."staff_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_unlocks" ADD CONSTRAINT "tip_unlocks_staff_id_tip_holders_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."tip_holders"("staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_tips_key_id_tips_keys_id_fk" FOREIGN KEY ("tips_key_id") REFERENCES "public"."tips_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_key_grants" ADD CONSTRAINT "tips_key_grants_key_id_tips_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."tips_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_key_grants" ADD CONSTRAINT "tips_key_grants_staff_id_tip_holders_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."tip_holders"("staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_key_grants" ADD CONSTRAINT "tips_key_grants_granted_by_id_staff_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_keys" ADD CONSTRAINT "tips_keys_recovery_key_id_recovery_keys_id_fk" FOREIGN KEY ("recovery_key_id") REFERENCES "public"."recovery_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_keys_one_in_use" ON "recovery_keys" USING btree ((true)) WHERE retired_on is null;--> statement-breakpoint
CREATE INDEX "tip_photos_tip_id_position_index" ON "tip_photos" USING btree ("tip_id","position");--> statement-breakpoint
CREATE INDEX "tip_photos_form_hash_index" ON "tip_photos" USING btree ("form_hash");--> statement-breakpoint
CREATE INDEX "tips_status_received_on_index" ON "tips" USING btree ("status","received_on");--> statement-breakpoint
CREATE INDEX "tips_tips_key_id_index" ON "tips" USING btree ("tips_key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tips_keys_one_in_use" ON "tips_keys" USING btree ((true)) WHERE retired_on is null;
--> statement-breakpoint
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
--> statement-breakpoint
-- A proof of receipt is judged by whoever is shown it: of a tip by its fingerprint, which only its code could make anew.
GRANT SELECT (fingerprint) ON tips TO portal_worker;
--> statement-breakpoint
ALTER TABLE "tips" ADD COLUMN "officers_content" "bytea";--> statement-breakpoint
ALTER TABLE "tips" ADD COLUMN "officers_key" "bytea";
--> statement-breakpoint
-- A holder may seal a submission of the police as a tip: reads all of it, and lets every clear copy go.
GRANT SELECT ON submissions, messages, moves, notes, routings, responses, photos, submission_commitments, commitments TO portal_tips;
--> statement-breakpoint
-- Locks the row that becomes a tip; nothing of it is written by this role but through the function below.
GRANT UPDATE (status_at) ON submissions TO portal_tips;
--> statement-breakpoint
CREATE POLICY holders_seal ON submissions FOR ALL TO portal_tips
  USING (receiving_authority = 'polisen') WITH CHECK (false);
--> statement-breakpoint
DO $$
DECLARE noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['messages', 'moves', 'responses', 'photos', 'submission_commitments'] LOOP
    EXECUTE format('CREATE POLICY holders_seal ON %I FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id))', noun);
  END LOOP;
END
$$;
--> statement-breakpoint
-- Takes every clear copy of a submission away, once it lives on as a tip under the same receipt code.
CREATE FUNCTION forget_submission(own uuid, by_staff text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  gone submissions;
  bell record;
BEGIN
  SELECT s.* INTO gone FROM submissions s JOIN tips t ON t.code_hash = s.code_hash
    WHERE s.id = own AND s.receiving_authority = 'polisen' FOR UPDATE OF s;
  IF gone.id IS NULL THEN
    RAISE EXCEPTION 'this submission is not sealed as a tip' USING ERRCODE = 'check_violation';
  END IF;
  -- First away from the public: whoever keeps pages is told, and the counts of the maps go down.
  UPDATE submissions SET published_at = NULL, cell = NULL, block = NULL, quarter = NULL, ward = NULL,
    public_area_code = NULL, vicinity = NULL WHERE id = own AND published_at IS NOT NULL;
  -- What was merged into it stands for itself again.
  INSERT INTO moves (submission_id, from_status, to_status, staff_id)
    SELECT id, 'merged', status_before_merge, by_staff FROM submissions WHERE merged_into_id = own AND status = 'merged';
  UPDATE submissions SET status = status_before_merge, status_before_merge = NULL, merged_into_id = NULL
    WHERE merged_into_id = own AND status = 'merged';
  UPDATE submissions SET merged_into_id = NULL WHERE merged_into_id = own;
  -- Mail that was kept or waits for its bells: the link in it names the bell.
  FOR bell IN SELECT b.id FROM bells b LEFT JOIN followers f ON f.id = b.follower_id
    WHERE b.submission_id = own OR f.submission_id = own LOOP
    DELETE FROM outbox WHERE position(replace(bell.id::text, '-', '') IN body) > 0;
    IF to_regclass('pgboss.job') IS NOT NULL THEN
      DELETE FROM pgboss.job WHERE data ->> 'bellId' = bell.id::text;
    END IF;
    DELETE FROM bells WHERE id = bell.id;
  END LOOP;
  IF to_regclass('pgboss.job') IS NOT NULL THEN
    DELETE FROM pgboss.job WHERE data ->> 'submissionId' = own::text;
  END IF;
  DELETE FROM followers WHERE submission_id = own;
  DELETE FROM ratings WHERE submission_id = own;
  DELETE FROM photos WHERE submission_id = own;
  DELETE FROM messages WHERE submission_id = own;
  DELETE FROM notes WHERE submission_id = own;
  DELETE FROM routings WHERE submission_id = own;
  DELETE FROM submission_commitments WHERE submission_id = own;
  DELETE FROM moves WHERE submission_id = own;
  DELETE FROM responses WHERE submission_id = own;
  DELETE FROM submissions WHERE id = own;
  -- The number stays in the register; of what it stood for, only that it was handed over.
  IF gone.registration_number IS NOT NULL THEN
    INSERT INTO audit_lines (event, staff_id, subject, details) VALUES ('submission-handed-over', by_staff,
      'submission:' || own, jsonb_build_object('registrationNumber', gone.registration_number));
  END IF;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION forget_submission(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION forget_submission(uuid, text) TO portal_tips;
