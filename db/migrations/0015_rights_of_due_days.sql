-- Who moves a case, or writes in it, keeps the day by which somebody has to act on it.
GRANT UPDATE (due_on) ON submissions TO portal_staff, portal_resident;
--> statement-breakpoint
-- The worker tells who reaches what is late: by areas too.
GRANT SELECT (areas) ON staff TO portal_worker;
--> statement-breakpoint
-- By when we act is not for a company. The view is made anew from what it says now, with one column more at its end.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW company.submissions WITH (security_barrier) AS '
    || regexp_replace(pg_get_viewdef('company.submissions'), '\sFROM (public\.)?submissions s\s', ', NULL::date AS due_on FROM public.submissions s ');
END
$$;
