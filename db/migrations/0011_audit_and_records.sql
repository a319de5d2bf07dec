CREATE TABLE "audit_anchors" (
	"chain" text NOT NULL,
	"day" date NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_anchors_chain_day_pk" PRIMARY KEY("chain","day")
);
--> statement-breakpoint
ALTER TABLE "audit_lines" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "tip_audit_lines" ADD COLUMN "position" bigint;--> statement-breakpoint
CREATE INDEX "audit_lines_event_id_index" ON "audit_lines" USING btree ("event","id");--> statement-breakpoint
CREATE INDEX "audit_lines_staff_id_id_index" ON "audit_lines" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "audit_lines_at_index" ON "audit_lines" USING brin ("at");--> statement-breakpoint
CREATE INDEX "audit_lines_to_link" ON "audit_lines" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "tip_audit_lines_to_link" ON "tip_audit_lines" USING btree ("id") WHERE position is null;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD CONSTRAINT "audit_lines_position_unique" UNIQUE("position");--> statement-breakpoint
ALTER TABLE "tip_audit_lines" ADD CONSTRAINT "tip_audit_lines_position_unique" UNIQUE("position");
--> statement-breakpoint
-- A line of the audit is written once and never changed; only the worker gives it its place in the chain, once.
CREATE FUNCTION keep_audit_line() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.position IS NULL AND NEW.hash IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND OLD.hash IS NULL AND NEW.position IS NOT NULL AND NEW.hash IS NOT NULL
    AND to_jsonb(NEW) - 'position' - 'hash' = to_jsonb(OLD) - 'position' - 'hash' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit lines are only added, and linked once' USING ERRCODE = 'check_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_lines_kept BEFORE INSERT OR UPDATE OR DELETE ON audit_lines FOR EACH ROW EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
CREATE TRIGGER audit_lines_kept_whole BEFORE TRUNCATE ON audit_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
CREATE TRIGGER tip_audit_lines_kept BEFORE INSERT OR UPDATE OR DELETE ON tip_audit_lines FOR EACH ROW EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
CREATE TRIGGER tip_audit_lines_kept_whole BEFORE TRUNCATE ON tip_audit_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
GRANT UPDATE (position, hash) ON audit_lines TO portal_worker;
--> statement-breakpoint
GRANT UPDATE (position) ON tip_audit_lines TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_anchors TO portal_worker;
--> statement-breakpoint
CREATE TABLE "disposal_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority" text NOT NULL,
	"target" text NOT NULL,
	"kind" text NOT NULL,
	"after_days" integer NOT NULL,
	"decision" text NOT NULL,
	"made_by_id" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"approved_by_id" text,
	"approved_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "disposal_has_decision" CHECK (btrim("disposal_rules"."decision") <> ''),
	CONSTRAINT "disposal_has_age" CHECK ("disposal_rules"."after_days" >= 1),
	CONSTRAINT "disposal_never_of_tips" CHECK ("disposal_rules"."kind" <> 'tip')
);
--> statement-breakpoint
CREATE TABLE "disposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rule_id" uuid NOT NULL,
	"disposed_on" date NOT NULL,
	"count" integer NOT NULL,
	"registration_numbers" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"registration_number" text PRIMARY KEY NOT NULL,
	"authority" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"registered_on" date NOT NULL,
	"submission_id" uuid,
	"disposed_on" date,
	"disposal_decision" text,
	CONSTRAINT "registrations_submissionId_unique" UNIQUE("submission_id"),
	CONSTRAINT "registrations_authority_year_number_unique" UNIQUE("authority","year","number")
);
--> statement-breakpoint
CREATE TABLE "secrecy_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"what" text NOT NULL,
	"law" text NOT NULL,
	"staff_id" text NOT NULL,
	"marked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lifted_by_id" text,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "registers" DROP CONSTRAINT "registers_authority_year_pk";--> statement-breakpoint
ALTER TABLE "registers" ADD COLUMN "register" text DEFAULT 'submissions' NOT NULL;--> statement-breakpoint
ALTER TABLE "disposal_rules" ADD CONSTRAINT "disposal_rules_made_by_id_staff_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposal_rules" ADD CONSTRAINT "disposal_rules_approved_by_id_staff_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposals" ADD CONSTRAINT "disposals_rule_id_disposal_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."disposal_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrecy_marks" ADD CONSTRAINT "secrecy_marks_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrecy_marks" ADD CONSTRAINT "secrecy_marks_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrecy_marks" ADD CONSTRAINT "secrecy_marks_lifted_by_id_staff_id_fk" FOREIGN KEY ("lifted_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "secrecy_marks_submission_id_index" ON "secrecy_marks" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "submissions_to_register" ON "submissions" USING btree ("receiving_authority","created_at") WHERE registration_number is null;--> statement-breakpoint
ALTER TABLE "registers" ADD CONSTRAINT "registers_authority_register_year_unique" UNIQUE("authority","register","year");
--> statement-breakpoint
-- What has its number already stands in the register.
INSERT INTO registrations (registration_number, authority, year, number, registered_on, submission_id)
  SELECT registration_number, CASE split_part(registration_number, '-', 1) WHEN 'POL' THEN 'polisen' ELSE 'goteborg' END,
    split_part(registration_number, '-', 2)::integer, split_part(registration_number, '-', 3)::integer,
    (created_at AT TIME ZONE 'Europe/Stockholm')::date, id
  FROM submissions WHERE registration_number IS NOT NULL;
--> statement-breakpoint
GRANT SELECT, INSERT ON registrations TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON registrations TO portal_staff;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (lifted_by_id, lifted_at) ON secrecy_marks TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON secrecy_marks TO portal_worker;
--> statement-breakpoint
-- Staff see the register of the authority that their organisation is part of, and no other.
ALTER TABLE registrations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads_own ON registrations FOR SELECT TO portal_staff
  USING (authority = (SELECT o.authority FROM organisations o WHERE o.slug = current_setting('portal.organisation', true)));
--> statement-breakpoint
CREATE POLICY worker_reaches ON registrations FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE secrecy_marks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reaches_seen ON secrecy_marks FOR ALL TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id))
  WITH CHECK (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY worker_reads ON secrecy_marks FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
-- What a rule would take on a day: cases that have long been closed, none of which another was merged into, or photos
-- as they were received. Whoever asks sees only what she may see.
CREATE FUNCTION due_for_disposal(rule_id uuid, on_day date)
  RETURNS TABLE (submission_id uuid, photo_id uuid, registration_number text)
  LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT s.id, NULL::uuid, s.registration_number
    FROM disposal_rules r JOIN submissions s ON s.receiving_authority = r.authority AND s.kind = r.kind
    WHERE r.id = rule_id AND r.target = 'cases' AND s.registration_number IS NOT NULL
      AND s.status IN ('closed', 'redirected', 'merged', 'not_pursued')
      AND (s.status_at AT TIME ZONE 'Europe/Stockholm')::date < on_day - r.after_days
      AND NOT EXISTS (SELECT FROM submissions other WHERE other.merged_into_id = s.id)
  UNION ALL
  SELECT s.id, p.id, s.registration_number
    FROM disposal_rules r JOIN submissions s ON s.receiving_authority = r.authority AND s.kind = r.kind
      JOIN photos p ON p.submission_id = s.id
    WHERE r.id = rule_id AND r.target = 'originals' AND p.sealed_original IS NOT NULL
      AND (p.kept_at AT TIME ZONE 'Europe/Stockholm')::date < on_day - r.after_days
  ORDER BY 3
$$;
--> statement-breakpoint
-- The only way by which anything is disposed of: under a rule that has a decision and was approved. At most 500 at once.
CREATE FUNCTION dispose_under(rule_id uuid, on_day date) RETURNS TABLE (submission_id uuid, registration_number text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  rule disposal_rules;
  gone uuid[];
BEGIN
  SELECT * INTO rule FROM disposal_rules
    WHERE id = rule_id AND approved_at IS NOT NULL AND ended_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nothing is disposed of without an approved rule' USING ERRCODE = 'check_violation';
  END IF;
  IF rule.target = 'originals' THEN
    RETURN QUERY
      WITH due AS MATERIALIZED (SELECT * FROM due_for_disposal(rule_id, on_day) LIMIT 500),
        cleared AS (UPDATE photos SET sealed_original = NULL FROM due WHERE photos.id = due.photo_id)
      SELECT due.submission_id, due.registration_number FROM due;
    RETURN;
  END IF;
  -- A move meanwhile keeps a case: only what is still as it was is taken.
  PERFORM FROM submissions WHERE id IN (SELECT due.submission_id FROM due_for_disposal(rule_id, on_day) due LIMIT 500) FOR UPDATE;
  SELECT array_agg(due.submission_id) INTO gone FROM
    (SELECT * FROM due_for_disposal(rule_id, on_day) LIMIT 500) due;
  IF gone IS NULL THEN
    RETURN;
  END IF;
  UPDATE submissions SET published_at = NULL WHERE id = ANY (gone) AND published_at IS NOT NULL;
  UPDATE registrations SET disposed_on = on_day, disposal_decision = rule.decision WHERE registrations.submission_id = ANY (gone);
  DELETE FROM bells WHERE bells.submission_id = ANY (gone)
    OR follower_id IN (SELECT f.id FROM followers f WHERE f.submission_id = ANY (gone));
  DELETE FROM followers WHERE followers.submission_id = ANY (gone);
  DELETE FROM ratings WHERE ratings.submission_id = ANY (gone);
  DELETE FROM photos WHERE photos.submission_id = ANY (gone);
  DELETE FROM messages WHERE messages.submission_id = ANY (gone);
  DELETE FROM notes WHERE notes.submission_id = ANY (gone);
  DELETE FROM moves WHERE moves.submission_id = ANY (gone);
  DELETE FROM routings WHERE routings.submission_id = ANY (gone);
  DELETE FROM responses WHERE responses.submission_id = ANY (gone);
  DELETE FROM submission_commitments WHERE submission_commitments.submission_id = ANY (gone);
  RETURN QUERY DELETE FROM submissions WHERE id = ANY (gone) RETURNING id, submissions.registration_number;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dispose_under(uuid, date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dispose_under(uuid, date) TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON disposal_rules, disposals TO portal_staff, portal_worker;
--> statement-breakpoint
GRANT INSERT, UPDATE (approved_by_id, approved_at, ended_at) ON disposal_rules TO portal_staff;
--> statement-breakpoint
GRANT INSERT ON disposals TO portal_worker;
--> statement-breakpoint
ALTER TABLE disposal_rules ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reaches_own ON disposal_rules FOR ALL TO portal_staff
  USING (authority = (SELECT o.authority FROM organisations o WHERE o.slug = current_setting('portal.organisation', true)))
  WITH CHECK (authority = (SELECT o.authority FROM organisations o WHERE o.slug = current_setting('portal.organisation', true)));
--> statement-breakpoint
CREATE POLICY worker_reads ON disposal_rules FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
ALTER TABLE disposals ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads_own ON disposals FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM disposal_rules r WHERE r.id = rule_id));
--> statement-breakpoint
CREATE POLICY worker_reaches ON disposals FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Mail that was kept is erased after its days.
GRANT DELETE ON outbox TO portal_worker;
