DROP INDEX "routings_organisation_index";--> statement-breakpoint
DROP INDEX "submissions_receiving_authority_status_created_at_index";--> statement-breakpoint
DROP INDEX "submissions_area_code_index";--> statement-breakpoint
DROP INDEX "submissions_assignee_id_index";--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "status" text DEFAULT 'received' NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "urgency" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "turn" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "last_word" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "has_photos" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "linked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "urgency" smallint GENERATED ALWAYS AS (case
  when status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued') then case when held_for <> '{}' and spam_at is null then 21 else 20 end
  else case
    when status in ('received', 'screening') then 1
    when status = 'reopen_requested' then 2
    when last_word = 'resident' then 3
    when status = 'in_progress' then 4
    else 5 end
    + case when held_for <> '{}' and spam_at is null then 10 else 0 end
  end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "turn" bigint GENERATED ALWAYS AS (case when status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued') then -(extract(epoch from (status_at - '1970-01-01 00:00:00+00'::timestamptz)) * 1000)::bigint else (extract(epoch from (created_at - '1970-01-01 00:00:00+00'::timestamptz)) * 1000)::bigint end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "routings_queue" ON "routings" USING btree ("organisation","status","urgency","turn","submission_id");--> statement-breakpoint
CREATE INDEX "submissions_queue" ON "submissions" USING btree ("receiving_authority","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_area" ON "submissions" USING btree ("receiving_authority","area_code","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_category" ON "submissions" USING btree ("receiving_authority","category","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_assignee" ON "submissions" USING btree ("receiving_authority","assignee_id","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_language" ON "submissions" USING btree ("receiving_authority","written_in","status","urgency","turn","id");
--> statement-breakpoint
-- The place of a submission in the queue is kept with it, so that a page of the queue costs the same however many there
-- are. Who wrote last, whether there are photos and whether it is linked are kept by triggers in the transaction of the
-- change; what follows from them is generated.
CREATE FUNCTION keep_last_word() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  -- An answer is ours.
  writer text := coalesce(to_jsonb(NEW) ->> 'sender', 'staff');
BEGIN
  UPDATE submissions SET last_word = writer WHERE id = NEW.submission_id AND last_word IS DISTINCT FROM writer;
  -- Of a case that was merged into another, what a resident writes waits there.
  IF writer = 'resident' THEN
    UPDATE submissions SET last_word = writer WHERE last_word IS DISTINCT FROM writer
      AND id = (SELECT merged_into_id FROM submissions WHERE id = NEW.submission_id AND status = 'merged');
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER messages_keep_last_word AFTER INSERT ON messages FOR EACH ROW EXECUTE FUNCTION keep_last_word();
--> statement-breakpoint
CREATE TRIGGER responses_keep_last_word AFTER INSERT ON responses FOR EACH ROW EXECUTE FUNCTION keep_last_word();
--> statement-breakpoint
CREATE FUNCTION keep_has_photos() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE submissions SET has_photos = true WHERE id = NEW.submission_id AND NOT has_photos;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER photos_keep_has_photos AFTER INSERT OR UPDATE OF submission_id ON photos FOR EACH ROW
  WHEN (NEW.submission_id IS NOT NULL) EXECUTE FUNCTION keep_has_photos();
--> statement-breakpoint
CREATE FUNCTION keep_linked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  own uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.submission_id ELSE NEW.submission_id END;
  is_linked boolean := EXISTS (SELECT FROM submission_commitments WHERE submission_id = own);
BEGIN
  UPDATE submissions SET linked = is_linked WHERE id = own AND linked <> is_linked;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submission_commitments_keep_linked AFTER INSERT OR DELETE ON submission_commitments
  FOR EACH ROW EXECUTE FUNCTION keep_linked();
--> statement-breakpoint
-- What a company may know of how urgent a submission is: not whether a resident has written, nor that it is held.
CREATE FUNCTION urgency_for_company(status text) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN status IN ('received', 'screening') THEN 1 WHEN status = 'reopen_requested' THEN 2
    WHEN status = 'in_progress' THEN 4 WHEN status = 'waiting_for_resident' THEN 5 ELSE 20 END::smallint
$$;
--> statement-breakpoint
CREATE FUNCTION place_routing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT s.status, CASE WHEN o.kind = 'company' THEN urgency_for_company(s.status) ELSE s.urgency END, s.turn
    INTO NEW.status, NEW.urgency, NEW.turn
    FROM submissions s, organisations o WHERE s.id = NEW.submission_id AND o.slug = NEW.organisation;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER routings_placed BEFORE INSERT OR UPDATE OF submission_id, organisation, status ON routings
  FOR EACH ROW EXECUTE FUNCTION place_routing();
--> statement-breakpoint
-- The routings find their place anew by the trigger above.
CREATE FUNCTION place_routings_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE routings SET status = NEW.status WHERE submission_id = NEW.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_place_routings AFTER UPDATE ON submissions FOR EACH ROW
  WHEN ((OLD.status, OLD.urgency, OLD.turn) IS DISTINCT FROM (NEW.status, NEW.urgency, NEW.turn))
  EXECUTE FUNCTION place_routings_anew();
--> statement-breakpoint
-- What there is already.
UPDATE submissions s SET
    last_word = (SELECT said.who FROM (
      SELECT m.sender AS who, m.sent_at AS at FROM messages m WHERE m.submission_id = s.id
      UNION ALL SELECT 'staff', r.given_at FROM responses r WHERE r.submission_id = s.id) said ORDER BY said.at DESC LIMIT 1),
    has_photos = EXISTS (SELECT FROM photos p WHERE p.submission_id = s.id),
    linked = EXISTS (SELECT FROM submission_commitments l WHERE l.submission_id = s.id)
  WHERE EXISTS (SELECT FROM messages m WHERE m.submission_id = s.id) OR EXISTS (SELECT FROM responses r WHERE r.submission_id = s.id)
    OR EXISTS (SELECT FROM photos p WHERE p.submission_id = s.id) OR EXISTS (SELECT FROM submission_commitments l WHERE l.submission_id = s.id);
--> statement-breakpoint
UPDATE routings r SET status = s.status FROM submissions s WHERE s.id = r.submission_id;
--> statement-breakpoint
GRANT SELECT (status, urgency, turn) ON routings TO portal_company;
--> statement-breakpoint
CREATE OR REPLACE VIEW company.submissions WITH (security_barrier) AS
  SELECT s.id, s.ref, s.kind, s.category, s.status, s.status_at, s.receiving_authority, s.registration_number, s.language,
    NULL::text AS written_in, 'web'::text AS channel, NULL::text AS interpreted_from, NULL::text AS entered_by_id,
    ''::text AS body, '[]'::jsonb AS answers, ''::text AS fingerprint, '{}'::text[] AS held_for,
    NULL::timestamp(3) with time zone AS spam_at, s.area_code, NULL::double precision AS lat, NULL::double precision AS lon,
    NULL::text AS place, ''::text AS place_note, NULL::text AS code_hash, NULL::text AS code_public_key, NULL::text AS assignee_id,
    NULL::uuid AS merged_into_id, NULL::text AS status_before_merge, s.screened_at,
    CASE WHEN s.published_at IS NOT NULL THEN s.public_title END AS public_title,
    CASE WHEN s.published_at IS NOT NULL THEN s.public_body END AS public_body,
    CASE WHEN s.published_at IS NOT NULL THEN s.cell END AS cell,
    CASE WHEN s.published_at IS NOT NULL THEN s.public_area_code END AS public_area_code,
    CASE WHEN s.published_at IS NOT NULL THEN s.block END AS block,
    CASE WHEN s.published_at IS NOT NULL THEN s.quarter END AS quarter,
    CASE WHEN s.published_at IS NOT NULL THEN s.ward END AS ward,
    CASE WHEN s.published_at IS NOT NULL THEN s.vicinity END AS vicinity,
    s.published_at, s.example, s.created_at, NULL::text AS last_word, false AS has_photos, s.linked,
    urgency_for_company(s.status) AS urgency, s.turn
  FROM public.submissions s
  WHERE s.screened_at IS NOT NULL
    AND s.id IN (SELECT r.submission_id FROM public.routings r WHERE r.organisation = (SELECT rewritten FROM viewer_reach()))
    AND coalesce(s.area_code = ANY ((SELECT viewer_areas())::text[]), true);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "due_on" date;--> statement-breakpoint
CREATE INDEX "submissions_due" ON "submissions" USING btree ("receiving_authority","due_on") WHERE due_on is not null;
--> statement-breakpoint
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
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "status_at_before_merge" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "submissions_merged" ON "submissions" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "submissions_alike" ON "submissions" USING btree ("area_code","category","created_at");
--> statement-breakpoint
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
