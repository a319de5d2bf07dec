-- Cases and what they were routed by name the rule that took them; it is never deleted.
ALTER TABLE submissions ADD CONSTRAINT submissions_rule FOREIGN KEY (rule_id) REFERENCES routing_rules (id);
--> statement-breakpoint
ALTER TABLE routings ADD CONSTRAINT routings_rule FOREIGN KEY (rule_id) REFERENCES routing_rules (id);
--> statement-breakpoint
-- Nothing is routed by nobody.
ALTER TABLE routings ADD CONSTRAINT routings_by_someone CHECK (staff_id IS NOT NULL OR rule_id IS NOT NULL);
--> statement-breakpoint
GRANT UPDATE (priority, proposed_to) ON submissions TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON routing_rules TO portal_staff, portal_worker, portal_tips;
--> statement-breakpoint
GRANT INSERT, UPDATE (position, name, areas, categories, kinds, languages, words, from_time, to_time, organisation, assignee_id,
  priority, answer_within, ended_at) ON routing_rules TO portal_staff;
--> statement-breakpoint
GRANT SELECT, INSERT ON routings TO portal_worker;
--> statement-breakpoint
ALTER TABLE routing_rules ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Read by who reads what the authority has received; written, in her own name, by who handles all of it.
CREATE POLICY staff_reads_own ON routing_rules FOR SELECT TO portal_staff
  USING (authority = (SELECT received FROM viewer_reach()));
--> statement-breakpoint
CREATE POLICY staff_writes_as_herself ON routing_rules FOR INSERT TO portal_staff
  WITH CHECK (authority = (SELECT handled FROM viewer_reach()) AND (SELECT viewer_areas()) IS NULL
    AND made_by_id = current_setting('portal.staff', true));
--> statement-breakpoint
CREATE POLICY staff_changes_own ON routing_rules FOR UPDATE TO portal_staff
  USING (authority = (SELECT handled FROM viewer_reach()) AND (SELECT viewer_areas()) IS NULL);
--> statement-breakpoint
CREATE POLICY worker_reads ON routing_rules FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
-- A holder who seals a submission as a tip writes down which rule had taken it.
CREATE POLICY holders_seal ON routing_rules FOR SELECT TO portal_tips
  USING (authority = 'polisen' AND (SELECT holds FROM viewer_of_tips()));
--> statement-breakpoint
-- The worker routes by a rule, in nobody's name, and to no company: that one gets what was rewritten for it.
CREATE POLICY worker_reads ON routings FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
CREATE POLICY worker_routes_by_rule ON routings FOR INSERT TO portal_worker
  WITH CHECK (staff_id IS NULL AND rewritten_body IS NULL
    AND NOT EXISTS (SELECT FROM organisations o WHERE o.slug = organisation AND o.kind = 'company')
    AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id AND s.rule_id = routings.rule_id));
--> statement-breakpoint
-- How we sort what comes in is not for a company. The view is made anew from what it says now, with more at its end.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW company.submissions WITH (security_barrier) AS '
    || regexp_replace(pg_get_viewdef('company.submissions'), '\sFROM (public\.)?submissions s\s',
      ', ''normal''::text AS priority, NULL::date AS deadline_on, NULL::timestamp(3) with time zone AS ruled_at, NULL::uuid AS rule_id,'
      ' NULL::text AS proposed_to FROM public.submissions s ');
END
$$;
