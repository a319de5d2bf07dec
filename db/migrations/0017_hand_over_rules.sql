-- Who has received a submission reads that it was handed over, by whom it was had before and under which number; a holder
-- seals that with it. Nobody writes it but by the function below.
GRANT SELECT ON handovers TO portal_staff, portal_worker, portal_tips;
--> statement-breakpoint
ALTER TABLE handovers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads_received ON handovers FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id
    AND s.receiving_authority = (SELECT received FROM viewer_reach())));
--> statement-breakpoint
CREATE POLICY holders_seal ON handovers FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY worker_reads ON handovers FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
-- Gives a submission to the other authority: the last thing that who handles it may do with it, in her own name. Its
-- number stays in the register that gave it and stands for nothing any more, as that of a case which is kept elsewhere;
-- the worker gives it one of the other register. An organisation that has it now needs no routing.
CREATE FUNCTION hand_over_case(own uuid, to_authority text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  authority text;
  number text;
BEGIN
  SELECT s.receiving_authority, s.registration_number INTO authority, number FROM submissions s
    WHERE s.id = own AND s.status IN ('received', 'screening', 'in_progress', 'waiting_for_resident', 'reopen_requested')
    FOR UPDATE;
  IF authority IS NULL OR to_authority NOT IN ('polisen', 'goteborg') OR authority = to_authority OR NOT viewer_handles(own)
    OR EXISTS (SELECT FROM submissions other WHERE other.merged_into_id = own) THEN
    RAISE EXCEPTION 'only who handles an open case hands it over, to the other authority' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO handovers (submission_id, from_authority, to_authority, registration_number, staff_id)
    VALUES (own, authority, to_authority, number, current_setting('portal.staff', true));
  UPDATE registrations SET submission_id = NULL WHERE submission_id = own;
  DELETE FROM routings WHERE submission_id = own AND organisation = to_authority;
  UPDATE submissions SET receiving_authority = to_authority, registration_number = NULL, assignee_id = NULL WHERE id = own;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION hand_over_case(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION hand_over_case(uuid, text) TO portal_staff;
--> statement-breakpoint
-- A company is not told to whom a resident was sent.
CREATE OR REPLACE VIEW company.moves WITH (security_barrier) AS
  SELECT m.id, m.submission_id, m.from_status, m.to_status, ''::text AS reason, NULL::text AS staff_id, m.moved_at,
    NULL::text AS outside
  FROM public.moves m WHERE m.submission_id IN (SELECT s.id FROM company.submissions s);
