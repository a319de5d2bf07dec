-- A merge is undone exactly: since when a submission stood where it was is kept with it, and given back.
CREATE FUNCTION keep_time_before_merge() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.status = 'merged' THEN
    NEW.status_at_before_merge := OLD.status_at;
  ELSE
    NEW.status_at := coalesce(OLD.status_at_before_merge, NEW.status_at);
    NEW.status_at_before_merge := NULL;
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_time_before_merge BEFORE UPDATE OF status ON submissions
  FOR EACH ROW WHEN (OLD.status <> NEW.status AND (OLD.status = 'merged' OR NEW.status = 'merged'))
  EXECUTE FUNCTION keep_time_before_merge();
--> statement-breakpoint
-- The case in which a merged one goes on, through however many merges; null where it is not merged.
CREATE FUNCTION case_gone_on(own uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE chain (id, into_id, step) AS (
    SELECT s.merged_into_id, t.merged_into_id, 1 FROM submissions s JOIN submissions t ON t.id = s.merged_into_id WHERE s.id = own
    UNION ALL
    SELECT c.into_id, t.merged_into_id, c.step + 1 FROM chain c JOIN submissions t ON t.id = c.into_id WHERE c.step < 50
  )
  SELECT id FROM chain WHERE into_id IS NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION case_gone_on(uuid) FROM PUBLIC;
--> statement-breakpoint
-- What the resident of a merged submission is told of where it goes on: how it stands, and where everybody can read it.
-- No word of whoever wrote that one.
CREATE FUNCTION went_on() RETURNS TABLE (status text, status_at timestamp(3) with time zone, public_ref text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT t.status, t.status_at, CASE WHEN t.published_at IS NOT NULL THEN t.ref END
  FROM submissions s JOIN submissions t ON t.id = case_gone_on(s.id)
  WHERE s.code_hash = current_setting('portal.code_hash', true)
$$;
--> statement-breakpoint
-- And what was answered there to everybody; an answer to the other resident alone is not for her.
CREATE FUNCTION answers_where_it_went_on() RETURNS TABLE (version integer, body jsonb, signed_as jsonb, given_at timestamp(3) with time zone)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.version, r.body, r.signed_as, r.given_at
  FROM submissions s JOIN responses r ON r.submission_id = case_gone_on(s.id)
  WHERE s.code_hash = current_setting('portal.code_hash', true) AND r.audience = 'public' AND r.withdrawn_at IS NULL
  ORDER BY r.version
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION went_on(), answers_where_it_went_on() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION went_on(), answers_where_it_went_on() TO portal_resident;
--> statement-breakpoint
-- Where a published submission goes on, when that can be read by everybody, too.
CREATE FUNCTION went_on_in_public(published uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT t.ref FROM submissions s JOIN submissions t ON t.id = case_gone_on(s.id)
  WHERE s.id = published AND s.published_at IS NOT NULL AND t.published_at IS NOT NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION went_on_in_public(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION went_on_in_public(uuid) TO portal_public;
--> statement-breakpoint
-- What has been merged into a submission, at any remove: who is told when that one is answered.
CREATE FUNCTION merged_under(own uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS $$
  WITH RECURSIVE under (id, step) AS (
    SELECT id, 1 FROM submissions WHERE merged_into_id = own
    UNION ALL
    SELECT s.id, u.step + 1 FROM under u JOIN submissions s ON s.merged_into_id = u.id WHERE u.step < 50
  )
  SELECT id FROM under
$$;
