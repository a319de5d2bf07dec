-- The worker's own reading of routings stands already, with the rules by which it routes.
DROP POLICY worker_counts ON routings;
--> statement-breakpoint
REVOKE SELECT (submission_id, organisation) ON routings FROM portal_worker;
--> statement-breakpoint
-- When it was written in a case and in those that were merged into it, and by which side: what the day follows from by
-- which somebody acts on it. Thread 0 is the case's own. For who has received it, the resident whose it is, and the worker;
-- also of merged ones that they do not reach, of which they are told neither a word nor which they are.
CREATE FUNCTION written_in_case(own uuid) RETURNS TABLE (thread integer, sender text, sent_at timestamp(3) with time zone)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT of_case.thread::integer, m.sender, m.sent_at
  FROM (SELECT 0, own UNION ALL SELECT u.place, u.id FROM merged_under(own) WITH ORDINALITY AS u (id, place)) AS of_case (thread, id)
    JOIN messages m ON m.submission_id = of_case.id
  WHERE current_setting('role') IN ('none', 'portal_worker')
    OR EXISTS (SELECT FROM submissions s WHERE s.id = own AND (s.code_hash = nullif(current_setting('portal.code_hash', true), '')
      OR (s.receiving_authority = (SELECT received FROM viewer_reach())
        AND coalesce(s.area_code = ANY ((SELECT viewer_areas())::text[]), true))))
  ORDER BY m.sent_at, m.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION written_in_case(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION written_in_case(uuid) TO portal_staff, portal_resident, portal_worker;
--> statement-breakpoint
-- Few are merged into one: they are found by their index, not by reading every message.
ALTER FUNCTION merged_under(uuid) ROWS 5;
--> statement-breakpoint
-- A draft of an answer to many goes with no case; the worker throws away what nobody has gone on with.
GRANT SELECT (form, saved_at), DELETE ON drafts TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_erases ON drafts FOR ALL TO portal_worker USING (form = 'answer-many');
