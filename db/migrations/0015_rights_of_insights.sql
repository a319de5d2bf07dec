-- Figures name no case. The worker counts them; who sees them is the analyst, of both authorities, and officers and
-- coordinators of what their own has received, in the areas that they are limited to. Tips are in none of them: what the
-- worker counts is the table of submissions and what hangs on it.
--
-- Whose figures whoever asks sees, by her row in the table of staff; nothing for a private company and for others.
CREATE FUNCTION viewer_figures(OUT everything boolean, OUT of_authority text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT v.role = 'analyst', v.handled
  FROM viewer_reach() v JOIN organisations o ON o.slug = v.organisation
  WHERE v.role IN ('analyst', 'officer', 'coordinator') AND o.kind <> 'company'
$$;
--> statement-breakpoint
DO $$
DECLARE noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['weekly_counts', 'answer_times', 'weekly_hexagons', 'workloads'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', noun);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO portal_worker', noun);
    EXECUTE format('CREATE POLICY worker_counts ON %I FOR ALL TO portal_worker USING (true) WITH CHECK (true)', noun);
    -- A company may ask the same, and is answered with nothing.
    EXECUTE format('GRANT SELECT ON %I TO portal_staff, portal_company', noun);
    EXECUTE format('CREATE POLICY staff_reads_figures ON %I FOR SELECT TO portal_staff
      USING (((SELECT f.everything FROM viewer_figures() f) OR authority = (SELECT f.of_authority FROM viewer_figures() f))
        AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true))', noun);
  END LOOP;
END
$$;
--> statement-breakpoint
ALTER TABLE counted_weeks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON counted_weeks TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_counts ON counted_weeks FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON counted_weeks TO portal_staff, portal_company;
--> statement-breakpoint
CREATE POLICY staff_reads_figures ON counted_weeks FOR SELECT TO portal_staff USING ((SELECT f.everything FROM viewer_figures() f) IS NOT NULL);
--> statement-breakpoint
-- What the worker reads to count them.
GRANT SELECT (submission_id, heard, rated_at) ON ratings TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_counts ON ratings FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
GRANT SELECT (submission_id, organisation) ON routings TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_counts ON routings FOR SELECT TO portal_worker USING (true);
