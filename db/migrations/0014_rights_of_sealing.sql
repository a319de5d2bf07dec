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
