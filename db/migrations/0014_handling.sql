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
  when status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued') then case when held_for <> '{}' and spam_at is null then 19 else 20 end
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
CREATE INDEX "submissions_queue" ON "submissions" USING btree ("receiving_authority","status","urgency","turn","id","kind","area_code","screened_at","created_at","last_word","has_photos","linked");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_area" ON "submissions" USING btree ("receiving_authority","area_code","status","urgency","turn","id","kind","screened_at");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_category" ON "submissions" USING btree ("receiving_authority","category","status","urgency","turn","id","kind","area_code","screened_at");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_assignee" ON "submissions" USING btree ("receiving_authority","assignee_id","status","urgency","turn","id","kind","area_code","screened_at");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_language" ON "submissions" USING btree ("receiving_authority","written_in","status","urgency","turn","id","kind","area_code","screened_at");
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
-- What is told of how urgent a submission is where it was routed: not whether a resident has written, nor that it is held.
CREATE FUNCTION urgency_where_routed(status text) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN status IN ('received', 'screening') THEN 1 WHEN status = 'reopen_requested' THEN 2
    WHEN status = 'in_progress' THEN 4 WHEN status = 'waiting_for_resident' THEN 5 ELSE 20 END::smallint
$$;
--> statement-breakpoint
CREATE FUNCTION place_routing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT s.status, CASE WHEN o.kind = 'company' THEN urgency_where_routed(s.status) ELSE s.urgency END, s.turn
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
    urgency_where_routed(s.status) AS urgency, s.turn
  FROM public.submissions s
  WHERE s.screened_at IS NOT NULL
    AND s.id IN (SELECT r.submission_id FROM public.routings r WHERE r.organisation = (SELECT rewritten FROM viewer_reach()))
    AND coalesce(s.area_code = ANY ((SELECT viewer_areas())::text[]), true);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text NOT NULL,
	"reader" text NOT NULL,
	"area_code" text NOT NULL,
	"cases" integer NOT NULL,
	"parts" text[] NOT NULL,
	CONSTRAINT "search_words_word_reader_area_code_pk" PRIMARY KEY("word","reader","area_code")
);
--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (strip(to_tsvector('simple', coalesce(rewritten_body, '')) || to_tsvector('swedish', regexp_replace(coalesce(rewritten_body, ''), '([[:alpha:]]{2,}(?:a|el|er|or))n\M', '\1', 'gi')))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (strip(to_tsvector('simple', body || ' ' || place_note) || to_tsvector('swedish', regexp_replace(body || ' ' || place_note, '([[:alpha:]]{2,}(?:a|el|er|or))n\M', '\1', 'gi')))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "search_words_parts" ON "search_words" USING gin ("parts");--> statement-breakpoint
CREATE INDEX "search_words_reader" ON "search_words" USING btree ("reader","area_code");--> statement-breakpoint
CREATE INDEX "submissions_search" ON "submissions" USING gin ("search");
--> statement-breakpoint
-- Search in what residents wrote. A policy would forbid it an index, since to match words may tell of them; so it is a
-- function that looks past the policies, asks itself what the viewer reaches, and gives ids alone: every row is judged
-- once more where it is read.
--
-- What is left of a word when each of its letters is taken away in turn, and the word: two words that differ by one
-- letter, or in which two letters changed places, have one of these in common.
CREATE FUNCTION word_parts(word text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN length(word) BETWEEN 4 AND 24 THEN
    ARRAY(SELECT DISTINCT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i) || word
  ELSE '{}'::text[] END
$$;
--> statement-breakpoint
-- A word by its stem, as the texts are kept (db/schema/submissions.ts); nothing for one that says nothing by itself.
CREATE FUNCTION search_forms(word text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN to_tsvector('swedish', word) = '' THEN '{}'::text[]
    ELSE tsvector_to_array(to_tsvector('swedish', regexp_replace(word, '([[:alpha:]]{2,}(?:a|el|er|or))n\M', '\1', 'gi'))) END
$$;
--> statement-breakpoint
-- What is searched for, of words that somebody typed: each by its stem, or by the stems of the words that it may be
-- misspelt from or be misspelt as; and of how large a share of all cases that is, about.
CREATE FUNCTION search_wanted(typed text, known boolean, OUT wanted tsquery, OUT share double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  every double precision := (SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'public.submissions'::regclass);
  typed_word text;
  forms text[];
  own integer;
  near text[];
  found double precision;
  part tsquery;
BEGIN
  share := 1;
  FOR typed_word IN SELECT lexeme FROM unnest(to_tsvector('simple', left(typed, 200))) ORDER BY positions[1] LIMIT 8 LOOP
    forms := search_forms(typed_word);
    CONTINUE WHEN cardinality(forms) = 0;
    near := '{}';
    found := 0;
    IF known THEN
      SELECT coalesce(max(cases), 0) INTO own FROM search_words WHERE word = ANY (forms || typed_word);
      -- A word that is known has only rare misspellings.
      SELECT coalesce(array_agg(word), '{}') INTO near FROM (
        SELECT word FROM search_words WHERE parts && word_parts(typed_word) AND word <> typed_word AND (own = 0 OR cases * 10 <= own)
        ORDER BY cases DESC, word LIMIT 8) likely;
      SELECT coalesce(array_agg(DISTINCT form), '{}') INTO near FROM unnest(near) AS w (word),
        unnest(search_forms(w.word) || w.word) AS f (form);
      SELECT coalesce(sum(cases), 0) INTO found FROM search_words WHERE word = ANY (forms || near);
    END IF;
    SELECT string_agg(DISTINCT '''' || replace(replace(word, '\', ''), '''', '''''') || '''', ' | ')::tsquery INTO part
      FROM unnest(forms || near) AS w (word) WHERE word <> '';
    wanted := CASE WHEN wanted IS NULL THEN part ELSE wanted && part END;
    share := share * least(found / every, 1);
  END LOOP;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_wanted(text, boolean) FROM PUBLIC;
--> statement-breakpoint
-- The newest cases, at most so many, that hold what was typed and that whoever asks reaches. A company searches what was
-- rewritten for it and nothing else. Word by word it is decided what costs least: an index of the words where hits are
-- few, the same beside that of time where they are many, and one after the other where every second case is a hit.
CREATE FUNCTION search_submissions(typed text, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  viewer record;
  limits text[] := viewer_areas();
  sought record;
  bounds timestamptz[];
  hits double precision;
  since timestamptz := '-infinity';
  rows integer;
BEGIN
  SELECT * INTO viewer FROM viewer_reach();
  IF coalesce(viewer.received, viewer.routed, viewer.rewritten) IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT s.id FROM submissions s WHERE (s.ref = upper(btrim(typed)) OR s.registration_number = upper(btrim(typed)))
    AND (s.receiving_authority = viewer.received OR EXISTS (SELECT FROM routings r WHERE r.submission_id = s.id
      AND r.organisation = coalesce(viewer.routed, viewer.rewritten) AND s.screened_at IS NOT NULL));
  IF FOUND THEN
    RETURN;
  END IF;
  SELECT * INTO sought FROM search_wanted(typed, viewer.rewritten IS NULL);
  IF sought.wanted IS NULL THEN
    RETURN;
  END IF;
  IF viewer.rewritten IS NOT NULL THEN
    RETURN QUERY SELECT r.submission_id FROM routings r WHERE r.organisation = viewer.rewritten AND r.search @@ sought.wanted
      ORDER BY r.routed_at DESC LIMIT most;
    RETURN;
  END IF;
  IF viewer.routed IS NOT NULL THEN
    RETURN QUERY EXECUTE 'SELECT s.id FROM (SELECT submission_id FROM routings WHERE organisation = $2 OFFSET 0) r
        JOIN submissions s ON s.id = r.submission_id
        WHERE s.search @@ $1 AND s.screened_at IS NOT NULL AND ($3 IS NULL OR s.area_code = ANY ($3))
        ORDER BY s.created_at DESC LIMIT $4' USING sought.wanted, viewer.routed, limits, most;
  END IF;
  IF viewer.received IS NULL THEN
    RETURN;
  END IF;
  hits := sought.share * (SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'public.submissions'::regclass);
  IF sought.share > 0.04 AND hits > 2000 THEN
    RETURN QUERY EXECUTE 'SELECT s.id FROM submissions s WHERE s.search @@ $1 AND s.receiving_authority = $2
        AND ($3 IS NULL OR s.area_code = ANY ($3)) ORDER BY s.created_at DESC LIMIT $4'
      USING sought.wanted, viewer.received, limits, most;
    RETURN;
  END IF;
  IF hits > 6 * most THEN
    -- Since when about three times as many hits have come as are asked for.
    SELECT b.histogram_bounds::text::timestamptz[] INTO bounds FROM pg_stats b
      WHERE b.schemaname = 'public' AND b.tablename = 'submissions' AND b.attname = 'created_at';
    since := coalesce(bounds[greatest(1, floor(cardinality(bounds) * (1 - 3 * most / hits))::integer)], since);
  END IF;
  RETURN QUERY EXECUTE 'WITH hits AS MATERIALIZED (
        SELECT id, receiving_authority, area_code, created_at FROM submissions WHERE search @@ $1 AND created_at >= $5)
      SELECT id FROM hits WHERE receiving_authority = $2 AND ($3 IS NULL OR area_code = ANY ($3))
      ORDER BY created_at DESC LIMIT $4' USING sought.wanted, viewer.received, limits, most, since;
  GET DIAGNOSTICS rows = ROW_COUNT;
  IF rows < most AND since > '-infinity' THEN
    RETURN QUERY EXECUTE 'WITH hits AS MATERIALIZED (
        SELECT id, receiving_authority, area_code, created_at FROM submissions WHERE search @@ $1 AND created_at < $5)
      SELECT id FROM hits WHERE receiving_authority = $2 AND ($3 IS NULL OR area_code = ANY ($3))
      ORDER BY created_at DESC LIMIT $4' USING sought.wanted, viewer.received, limits, most - rows, since;
  END IF;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_submissions(text, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_submissions(text, integer) TO portal_staff, portal_company;
--> statement-breakpoint
GRANT SELECT (search) ON routings TO portal_company;
--> statement-breakpoint
-- No right to these words but through the search.
REVOKE ALL ON search_words FROM PUBLIC;
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
    urgency_where_routed(s.status) AS urgency, s.turn, NULL::tsvector AS search
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
ALTER TABLE "submissions" ADD COLUMN "waiting" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "stated" jsonb;
--> statement-breakpoint
-- With that day goes whether it waits for somebody; staff state a day of their own.
GRANT UPDATE (waiting) ON submissions TO portal_staff, portal_resident;
--> statement-breakpoint
GRANT UPDATE (stated) ON submissions TO portal_staff;
--> statement-breakpoint
-- By when we act is not for a company. The view is made anew from what it says now, with more at its end.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW company.submissions WITH (security_barrier) AS '
    || regexp_replace(pg_get_viewdef('company.submissions'), '\sFROM (public\.)?submissions s\s',
      ', NULL::date AS due_on, NULL::text AS waiting, NULL::jsonb AS stated FROM public.submissions s ');
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
-- The worker tells who has that case.
GRANT EXECUTE ON FUNCTION case_gone_on(uuid) TO portal_worker;
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
-- The case itself, for those who work on it to be told that she has written; nothing of it is read under her code.
CREATE FUNCTION case_it_went_on_in() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT case_gone_on(s.id) FROM submissions s WHERE s.code_hash = current_setting('portal.code_hash', true)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION went_on(), answers_where_it_went_on(), case_it_went_on_in() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION went_on(), answers_where_it_went_on(), case_it_went_on_in() TO portal_resident;
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
--> statement-breakpoint
CREATE TABLE "drafts" (
	"submission_id" uuid,
	"staff_id" text NOT NULL,
	"form" text NOT NULL,
	"fields" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_own" UNIQUE NULLS NOT DISTINCT("submission_id","staff_id","form"),
	CONSTRAINT "draft_of_a_case" CHECK (("drafts"."submission_id" is null) = ("drafts"."form" = 'answer-many'))
);
--> statement-breakpoint
CREATE TABLE "public_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" jsonb,
	"body" jsonb,
	"stale_in" text[] DEFAULT '{}' NOT NULL,
	"staff_id" text,
	"shown_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"part" text NOT NULL,
	"version" integer NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"texts" jsonb NOT NULL,
	"authority" text NOT NULL,
	"staff_id" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority" text NOT NULL,
	"use" text NOT NULL,
	"name" text NOT NULL,
	"category" text,
	"status" text,
	"body" jsonb NOT NULL,
	"written_by_id" text NOT NULL,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "templates_of_authority" UNIQUE("id","authority")
);
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "stale_in" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "public_stale_in" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_texts" ADD CONSTRAINT "public_texts_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_texts" ADD CONSTRAINT "public_texts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_written_by_id_staff_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "public_texts_submission_id_version_index" ON "public_texts" USING btree ("submission_id","version");--> statement-breakpoint
CREATE INDEX "withdrawals_submission_id_index" ON "withdrawals" USING btree ("submission_id");
--> statement-breakpoint
-- Templates are read and written by those who handle the cases of the authority that they belong to, each in her own name;
-- none goes over to the other authority.
GRANT SELECT, INSERT, UPDATE (use, name, category, status, body, written_by_id, written_at, retired_at) ON templates TO portal_staff;
--> statement-breakpoint
ALTER TABLE templates ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_answers_with ON templates FOR SELECT TO portal_staff
  USING (authority = (SELECT handled FROM viewer_reach()));
--> statement-breakpoint
CREATE POLICY staff_writes_as_herself ON templates FOR INSERT TO portal_staff
  WITH CHECK (authority = (SELECT handled FROM viewer_reach()) AND written_by_id = current_setting('portal.staff', true));
--> statement-breakpoint
CREATE POLICY staff_changes_own ON templates FOR UPDATE TO portal_staff
  USING (authority = (SELECT handled FROM viewer_reach()));
--> statement-breakpoint
-- What somebody has half written is hers alone: about what she handles, a note about what she sees, and the answer to many,
-- which is about no case, where she answers at all.
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO portal_staff, portal_company;
--> statement-breakpoint
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reaches_own ON drafts FOR ALL TO portal_staff
  USING (staff_id = current_setting('portal.staff', true) AND CASE form
    WHEN 'note' THEN (SELECT v.role FROM viewer_reach() v) IN ('officer', 'coordinator', 'partner')
      AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id)
    WHEN 'answer-many' THEN (SELECT v.role FROM viewer_reach() v) IN ('officer', 'coordinator')
    ELSE viewer_handles(submission_id) END);
--> statement-breakpoint
CREATE POLICY company_reaches_own_notes ON drafts FOR ALL TO portal_company
  USING (staff_id = current_setting('portal.staff', true) AND form = 'note' AND (SELECT v.role FROM viewer_reach() v) = 'partner'
    AND EXISTS (SELECT FROM company.submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- The languages whose text is older than the Swedish are told with the text.
GRANT SELECT (stale_in) ON responses TO portal_public;
--> statement-breakpoint
GRANT SELECT (public_stale_in) ON submissions TO portal_public;
--> statement-breakpoint
GRANT UPDATE (public_stale_in) ON submissions TO portal_staff;
--> statement-breakpoint
-- Every text that the public is shown is kept as it is shown, whoever writes it and by whatever way.
CREATE FUNCTION keep_public_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE newest public_texts;
BEGIN
  SELECT * INTO newest FROM public_texts WHERE submission_id = NEW.id ORDER BY version DESC LIMIT 1;
  IF newest.title IS NOT DISTINCT FROM NEW.public_title AND newest.body IS NOT DISTINCT FROM NEW.public_body THEN
    UPDATE public_texts SET stale_in = NEW.public_stale_in WHERE id = newest.id AND stale_in <> NEW.public_stale_in;
  ELSE
    INSERT INTO public_texts (submission_id, version, title, body, stale_in, staff_id)
      VALUES (NEW.id, coalesce(newest.version, 0) + 1, NEW.public_title, NEW.public_body, NEW.public_stale_in,
        (SELECT s.id FROM staff s WHERE s.id = current_setting('portal.staff', true)));
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_keep_public_text AFTER UPDATE OF public_title, public_body, public_stale_in, published_at ON submissions
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION keep_public_text();
--> statement-breakpoint
-- What is shown already is the first version.
INSERT INTO public_texts (submission_id, version, title, body, shown_at)
  SELECT id, 1, public_title, public_body, published_at FROM submissions WHERE published_at IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER public_texts_public_change AFTER INSERT OR UPDATE OR DELETE ON public_texts
  FOR EACH STATEMENT EXECUTE FUNCTION notify_public_change();
--> statement-breakpoint
GRANT SELECT (submission_id, version, title, body, stale_in, shown_at, withdrawn_at) ON public_texts TO portal_public;
--> statement-breakpoint
GRANT SELECT, UPDATE (title, body, stale_in, withdrawn_at) ON public_texts TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON public_texts, withdrawals TO portal_tips;
--> statement-breakpoint
ALTER TABLE public_texts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen_with_submission ON public_texts FOR SELECT TO portal_public
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON public_texts FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_handles_received ON public_texts FOR UPDATE TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON public_texts FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- What was withdrawn, and why, is read by those alone who handle the case, and by its registrar, and stays with the authority
-- that withdrew it: where the case is handed over it does not go along, nor is it sealed by others.
GRANT SELECT, INSERT ON withdrawals TO portal_staff;
--> statement-breakpoint
ALTER TABLE withdrawals ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY receivers_read ON withdrawals FOR SELECT TO portal_staff
  USING (authority = (SELECT received FROM viewer_reach())
    AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id AND s.receiving_authority = authority));
--> statement-breakpoint
CREATE POLICY staff_withdraws_as_herself ON withdrawals FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND authority = (SELECT handled FROM viewer_reach())
    AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON withdrawals FOR SELECT TO portal_tips
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id AND s.receiving_authority = authority));
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"areas" text[] DEFAULT '{}' NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"words" text[] DEFAULT '{}' NOT NULL,
	"from_time" text,
	"to_time" text,
	"organisation" text,
	"assignee_id" text,
	"priority" text,
	"answer_within" smallint,
	"template_id" uuid,
	"made_by_id" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "rule_never_of_tips" CHECK (not ('tip' = any ("routing_rules"."kinds"))),
	CONSTRAINT "rule_has_both_times" CHECK (("routing_rules"."from_time" is null) = ("routing_rules"."to_time" is null))
);
--> statement-breakpoint
ALTER TABLE "routings" ALTER COLUMN "staff_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "priority" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "deadline_on" date;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "ruled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "proposed_to" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "rule_suggests_own_template" FOREIGN KEY ("template_id","authority") REFERENCES "public"."templates"("id","authority") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_made_by_id_staff_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "routing_rules_in_force" ON "routing_rules" USING btree ("authority","position") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_proposed_to_organisations_slug_fk" FOREIGN KEY ("proposed_to") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Cases and what they were routed by name the rule that took them; it is never deleted.
ALTER TABLE submissions ADD CONSTRAINT submissions_rule FOREIGN KEY (rule_id) REFERENCES routing_rules (id);
--> statement-breakpoint
-- Nor is a template, only retired.
ALTER TABLE submissions ADD CONSTRAINT submissions_template FOREIGN KEY (template_id) REFERENCES templates (id);
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
  priority, answer_within, template_id, ended_at) ON routing_rules TO portal_staff;
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
      ' NULL::text AS proposed_to, NULL::uuid AS template_id FROM public.submissions s ');
END
$$;
--> statement-breakpoint
CREATE TABLE "answer_times" (
	"week" date NOT NULL,
	"authority" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"days" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "answer_times_pk" PRIMARY KEY("week","authority","area_code","category","language","days")
);
--> statement-breakpoint
CREATE TABLE "counted_weeks" (
	"week" date PRIMARY KEY NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "weekly_counts" (
	"week" date NOT NULL,
	"authority" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"received" integer NOT NULL,
	"linked" integer NOT NULL,
	"answered" integer NOT NULL,
	"heard_yes" integer NOT NULL,
	"heard_partly" integer NOT NULL,
	"heard_no" integer NOT NULL,
	CONSTRAINT "weekly_counts_pk" PRIMARY KEY("week","authority","area_code","category","language")
);
--> statement-breakpoint
CREATE TABLE "weekly_hexagons" (
	"week" date NOT NULL,
	"authority" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"cell" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "weekly_hexagons_pk" PRIMARY KEY("week","authority","area_code","category","language","cell")
);
--> statement-breakpoint
CREATE TABLE "workloads" (
	"authority" text NOT NULL,
	"organisation" text NOT NULL,
	"area_code" text NOT NULL,
	"open" integer NOT NULL,
	"unassigned" integer NOT NULL,
	"waiting" integer NOT NULL,
	"old" integer NOT NULL,
	"routed" integer NOT NULL,
	CONSTRAINT "workloads_authority_organisation_area_code_pk" PRIMARY KEY("authority","organisation","area_code")
);
--> statement-breakpoint
ALTER TABLE "answer_times" ADD CONSTRAINT "answer_times_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_counts" ADD CONSTRAINT "weekly_counts_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hexagons" ADD CONSTRAINT "weekly_hexagons_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workloads" ADD CONSTRAINT "workloads_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workloads" ADD CONSTRAINT "workloads_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ratings_rated_at_index" ON "ratings" USING btree ("rated_at");--> statement-breakpoint
CREATE INDEX "responses_first" ON "responses" USING btree ("given_at") WHERE version = 1;
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "notice_choices_staff_id_kind_pk" PRIMARY KEY("staff_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_staff_id_index" ON "notices" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "notices_submission_id_index" ON "notices" USING btree ("submission_id");
--> statement-breakpoint
-- Each chooses for herself how she is told; what waits for a digest is the worker's alone.
ALTER TABLE notice_choices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (way) ON notice_choices TO portal_staff, portal_company;
--> statement-breakpoint
CREATE POLICY staff_chooses_own ON notice_choices FOR ALL TO portal_staff, portal_company
  USING (staff_id = current_setting('portal.staff', true)) WITH CHECK (staff_id = current_setting('portal.staff', true));
--> statement-breakpoint
GRANT SELECT ON notice_choices TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_reads ON notice_choices FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON notices TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_reaches ON notices FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TABLE "four_eyes" (
	"category" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"act" text NOT NULL,
	"answer" jsonb,
	"batch" uuid,
	"mark" text,
	"staff_id" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"needs_second" boolean DEFAULT false NOT NULL,
	"approved_by_id" text,
	"approved_at" timestamp (3) with time zone,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended" text,
	"refusal" text,
	CONSTRAINT "second_is_another" CHECK ("plans"."approved_by_id" is null or "plans"."approved_by_id" <> "plans"."staff_id")
);
--> statement-breakpoint
ALTER TABLE "four_eyes" ADD CONSTRAINT "four_eyes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_approved_by_id_staff_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plans_open" ON "plans" USING btree ("submission_id","act") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "plans_batch_index" ON "plans" USING btree ("batch");--> statement-breakpoint
CREATE INDEX "plans_due" ON "plans" USING btree ("due_at") WHERE ended_at is null;
--> statement-breakpoint
-- What waits for its time or for a second person is seen by who handles the case, and carried out by the worker in the
-- name of who planned it.
GRANT SELECT, INSERT, UPDATE (approved_by_id, approved_at, ended_at, ended, refusal) ON plans TO portal_staff;
--> statement-breakpoint
GRANT SELECT, UPDATE (ended_at, ended, refusal) ON plans TO portal_worker;
--> statement-breakpoint
ALTER TABLE plans ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_handles_received ON plans FOR SELECT TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_plans_as_herself ON plans FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id)
    AND approved_by_id IS NULL AND approved_at IS NULL AND ended_at IS NULL);
--> statement-breakpoint
CREATE POLICY staff_changes_received ON plans FOR UPDATE TO portal_staff USING (viewer_handles(submission_id))
  WITH CHECK (viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY worker_reaches ON plans FOR ALL TO portal_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Who approves does so as herself, and an approval stands.
CREATE FUNCTION keep_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id
    AND (OLD.approved_by_id IS NOT NULL OR NEW.approved_by_id IS DISTINCT FROM current_setting('portal.staff', true)) THEN
    RAISE EXCEPTION 'a plan is approved once, by who approves it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER plans_keep_approval BEFORE UPDATE OF approved_by_id ON plans FOR EACH ROW EXECUTE FUNCTION keep_approval();
--> statement-breakpoint
-- Whether a category asks for a second person is set by the administrator.
GRANT SELECT, INSERT, DELETE ON four_eyes TO portal_staff;
--> statement-breakpoint
ALTER TABLE four_eyes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads ON four_eyes FOR SELECT TO portal_staff USING (true);
--> statement-breakpoint
CREATE POLICY administrator_sets ON four_eyes FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND (SELECT v.role FROM viewer_reach() v) = 'admin');
--> statement-breakpoint
CREATE POLICY administrator_lifts ON four_eyes FOR DELETE TO portal_staff USING ((SELECT v.role FROM viewer_reach() v) = 'admin');
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"from_authority" text NOT NULL,
	"to_authority" text NOT NULL,
	"registration_number" text,
	"staff_id" text NOT NULL,
	"handed_over_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "moves" ADD COLUMN "outside" text;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handovers_submission_id_handed_over_at_index" ON "handovers" USING btree ("submission_id","handed_over_at");
--> statement-breakpoint
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
  -- From when on it is the other's: not since this transaction began, but since nobody else works on it.
  INSERT INTO handovers (submission_id, from_authority, to_authority, registration_number, staff_id, handed_over_at)
    VALUES (own, authority, to_authority, number, current_setting('portal.staff', true), clock_timestamp());
  UPDATE registrations SET submission_id = NULL WHERE submission_id = own;
  UPDATE plans SET ended = 'cancelled', ended_at = now() WHERE submission_id = own AND ended_at IS NULL;
  DELETE FROM routings WHERE submission_id = own AND organisation = to_authority;
  DELETE FROM drafts WHERE submission_id = own;
  -- How the one has judged it, and by when it meant to act, is not the other's to know.
  UPDATE submissions SET receiving_authority = to_authority, registration_number = NULL, assignee_id = NULL,
    priority = 'normal', deadline_on = NULL, rule_id = NULL, proposed_to = NULL, template_id = NULL, stated = NULL WHERE id = own;
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
--> statement-breakpoint
CREATE TABLE "alarms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"raised_by_id" text NOT NULL,
	"raised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"taken_by_id" text,
	"taken_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "duty_desks" (
	"authority" text PRIMARY KEY NOT NULL,
	"addresses" text[] DEFAULT '{}' NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alarms" ADD CONSTRAINT "alarms_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarms" ADD CONSTRAINT "alarms_raised_by_id_staff_id_fk" FOREIGN KEY ("raised_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarms" ADD CONSTRAINT "alarms_taken_by_id_staff_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alarms_submission_id_raised_at_index" ON "alarms" USING btree ("submission_id","raised_at");--> statement-breakpoint
CREATE INDEX "alarms_untaken" ON "alarms" USING btree ("raised_at") WHERE taken_at is null;
--> statement-breakpoint
-- An alarm is raised, seen and taken by the staff of the authority that has its case; a holder seals it with the case.
GRANT SELECT, INSERT, UPDATE (taken_by_id, taken_at) ON alarms TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON alarms TO portal_worker, portal_tips;
--> statement-breakpoint
ALTER TABLE alarms ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads_received ON alarms FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id
    AND s.receiving_authority = (SELECT received FROM viewer_reach())));
--> statement-breakpoint
CREATE POLICY staff_raises_as_herself ON alarms FOR INSERT TO portal_staff
  WITH CHECK (raised_by_id = current_setting('portal.staff', true) AND taken_at IS NULL AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY staff_takes_as_herself ON alarms FOR UPDATE TO portal_staff
  USING (taken_at IS NULL AND viewer_handles(submission_id))
  WITH CHECK (taken_by_id = current_setting('portal.staff', true));
--> statement-breakpoint
CREATE POLICY holders_seal ON alarms FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY worker_reads ON alarms FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
-- Where those on duty are mailed is set by an administrator. That a desk is set is known to whom it serves, not its addresses.
GRANT SELECT, INSERT, UPDATE ON duty_desks TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON duty_desks TO portal_worker;
--> statement-breakpoint
ALTER TABLE duty_desks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY administrator_reaches ON duty_desks FOR ALL TO portal_staff
  USING ((SELECT v.role FROM viewer_reach() v) = 'admin') WITH CHECK ((SELECT v.role FROM viewer_reach() v) = 'admin');
--> statement-breakpoint
CREATE POLICY worker_reads ON duty_desks FOR SELECT TO portal_worker USING (true);
--> statement-breakpoint
CREATE FUNCTION duty_desk_is_set(of_authority text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM duty_desks d WHERE d.authority = of_authority AND d.addresses <> '{}'
    AND d.authority = (SELECT received FROM viewer_reach()))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION duty_desk_is_set(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION duty_desk_is_set(text) TO portal_staff;
--> statement-breakpoint
-- A case has a rule_id of its own now, which would be taken for the rule of disposal: that one is named by its function.
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('due_for_disposal(uuid, date)'::regprocedure),
    'r.id = rule_id', 'r.id = due_for_disposal.rule_id');
  EXECUTE replace(pg_get_functiondef('dispose_under(uuid, date)'::regprocedure),
    'due_for_disposal(rule_id,', 'due_for_disposal(rule.id,');
END
$$;
--> statement-breakpoint
-- The place in the queue goes by what presses and by when somebody has to act, which is known to who has received the case
-- alone: where it was routed its place goes by the state and by when the case came.
CREATE OR REPLACE FUNCTION urgency_where_routed(status text) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN status IN ('received', 'screening') THEN 5 WHEN status = 'reopen_requested' THEN 6
    WHEN status = 'in_progress' THEN 8 WHEN status = 'waiting_for_resident' THEN 13 ELSE 40 END::smallint
$$;
--> statement-breakpoint
CREATE FUNCTION turn_where_routed(status text, status_at timestamptz, created_at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN urgency_where_routed(status) = 40
    THEN (extract(epoch FROM '1970-01-01 00:00:00+00'::timestamptz - status_at) * 1000)::bigint
    ELSE floor(extract(epoch FROM created_at - '1970-01-01 00:00:00+00'::timestamptz) / 86400)::bigint * 100000000000
      + (extract(epoch FROM created_at - '1970-01-01 00:00:00+00'::timestamptz) * 10)::bigint END
$$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW company.submissions WITH (security_barrier) AS '
    || regexp_replace(pg_get_viewdef('company.submissions'), '\m(s\.)?turn,', 'turn_where_routed(s.status, s.status_at, s.created_at) AS turn,');
END
$$;
--> statement-breakpoint
-- Who reads a case, by whichever way, and in which week, 4, 16, 64 and 256 weeks it came, as words that nobody can type: the
-- search finds the newest of somebody's by them. The worker's list of words leaves them out, since they hold a space.
CREATE FUNCTION search_weeks(authority text, organisations text[], created_at timestamptz) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT array_to_tsvector(ARRAY(SELECT format(' %s %s %s', reader, level,
      floor(extract(epoch FROM (created_at - '1970-01-01 00:00:00+00'::timestamptz)) / 604800)::integer >> (2 * level))
    FROM unnest(organisations || authority) AS reader, generate_series(0, 4) AS level))
$$;
--> statement-breakpoint
-- By what the queue is narrowed, as such words too, so that a search that is narrowed finds the older ones as quickly: what
-- is known of a case to all who read it as it was written.
CREATE FUNCTION search_signs(area_code text, category text, kind text, status text, assignee_id text, written_in text,
  last_word text, has_photos boolean, linked boolean) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT array_to_tsvector(array_remove(ARRAY[' =area ' || area_code, ' =category ' || category, ' =kind ' || kind,
    ' =status ' || status, ' =assignee ' || coalesce(assignee_id, 'nobody'), ' =written ' || written_in,
    ' =last ' || coalesce(last_word, 'nobody'), ' =photos ' || has_photos::text, ' =linked ' || linked::text], NULL))
$$;
--> statement-breakpoint
DROP TRIGGER submissions_place_routings ON submissions;
--> statement-breakpoint
DROP INDEX "routings_queue";--> statement-breakpoint
DROP INDEX "submissions_queue";--> statement-breakpoint
DROP INDEX "submissions_queue_by_area";--> statement-breakpoint
DROP INDEX "submissions_queue_by_category";--> statement-breakpoint
DROP INDEX "submissions_queue_by_assignee";--> statement-breakpoint
DROP INDEX "submissions_queue_by_language";--> statement-breakpoint
ALTER TABLE "submissions" drop column "urgency";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "urgency" smallint GENERATED ALWAYS AS (case
  when status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued') then case when held_for <> '{}' and spam_at is null then 39 else 40 end
  else case
    when (status = 'waiting_for_resident' or waiting is not null) and waiting is distinct from 'back'
      and last_word is distinct from 'resident' then 13
    else case priority when 'high' then 0 when 'low' then 8 else 4 end + case
      when status in ('received', 'screening') then 1
      when status = 'reopen_requested' then 2
      when last_word = 'resident' or waiting = 'back' then 3
      else 4 end
    end + case when held_for <> '{}' and spam_at is null then 20 else 0 end
  end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" drop column "turn";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "turn" bigint GENERATED ALWAYS AS (case when status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued') then -(extract(epoch from (status_at - '1970-01-01 00:00:00+00'::timestamptz)) * 1000)::bigint
  else coalesce(due_on - '1970-01-01'::date, floor(extract(epoch from (created_at - '1970-01-01 00:00:00+00'::timestamptz)) / 86400)::integer)::bigint * 100000000000
    + (extract(epoch from (created_at - '1970-01-01 00:00:00+00'::timestamptz)) * 10)::bigint end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "routed_to" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "said" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "search" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" drop column "search";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (strip(to_tsvector('simple', body || ' ' || place_note) || to_tsvector('swedish', regexp_replace(body || ' ' || place_note, '([[:alpha:]]{2,}(?:a|el|er|or))n\M', '\1', 'gi'))) || said || search_weeks(receiving_authority, routed_to, created_at) || search_signs(area_code, category, kind, status, assignee_id, written_in, last_word, has_photos, linked)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "receiving_authority" text;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "area_code" text;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "assignee_id" text;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "written_in" text;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "screened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "created_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "last_word" text;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "has_photos" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "linked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "routings_queue" ON "routings" USING btree ("organisation","status","urgency","turn","submission_id","receiving_authority","area_code","category","assignee_id","written_in","kind","screened_at","created_at","last_word","has_photos","linked");--> statement-breakpoint
CREATE INDEX "submissions_queue" ON "submissions" USING btree ("receiving_authority","status","urgency","turn","id","area_code","category","assignee_id","written_in","kind","screened_at","created_at","due_on","last_word","has_photos","linked","routed_to");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_area" ON "submissions" USING btree ("receiving_authority","area_code","status","urgency","turn","id","category","assignee_id","written_in","kind","screened_at","created_at","due_on","last_word","has_photos","linked","routed_to");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_category" ON "submissions" USING btree ("receiving_authority","category","status","urgency","turn","id","area_code","assignee_id","written_in","kind","screened_at","created_at","due_on","last_word","has_photos","linked","routed_to");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_assignee" ON "submissions" USING btree ("receiving_authority","assignee_id","status","urgency","turn","id","area_code","category","written_in","kind","screened_at","created_at","due_on","last_word","has_photos","linked","routed_to");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_language" ON "submissions" USING btree ("receiving_authority","written_in","status","urgency","turn","id","area_code","category","assignee_id","kind","screened_at","created_at","due_on","last_word","has_photos","linked","routed_to");
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW company.submissions WITH (security_barrier) AS '
    || regexp_replace(pg_get_viewdef('company.submissions'), '\sFROM (public\.)?submissions s\s', ', ''{}''::text[] AS routed_to, NULL::tsvector AS said FROM public.submissions s ');
END
$$;
--> statement-breakpoint
-- What narrows the queue, and what decides who sees it, is copied to where it was routed: what may be known there, and for a
-- company less.
CREATE OR REPLACE FUNCTION place_routing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT s.status, urgency_where_routed(s.status), turn_where_routed(s.status, s.status_at, s.created_at), s.receiving_authority,
      s.kind, s.area_code, s.category, s.assignee_id, s.written_in, s.screened_at, s.created_at, s.last_word, s.has_photos, s.linked
    INTO NEW.status, NEW.urgency, NEW.turn, NEW.receiving_authority,
      NEW.kind, NEW.area_code, NEW.category, NEW.assignee_id, NEW.written_in, NEW.screened_at, NEW.created_at, NEW.last_word,
      NEW.has_photos, NEW.linked
    FROM submissions s WHERE s.id = NEW.submission_id;
  IF EXISTS (SELECT FROM organisations o WHERE o.slug = NEW.organisation AND o.kind = 'company') THEN
    NEW.assignee_id := NULL;
    NEW.written_in := NULL;
    NEW.last_word := NULL;
    NEW.has_photos := false;
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
DROP TRIGGER routings_placed ON routings;
--> statement-breakpoint
-- Whatever is written there, the copies are what the case says.
CREATE TRIGGER routings_placed BEFORE INSERT OR UPDATE ON routings FOR EACH ROW EXECUTE FUNCTION place_routing();
--> statement-breakpoint
CREATE TRIGGER submissions_place_routings AFTER UPDATE ON submissions FOR EACH ROW
  WHEN (NEW.routed_to <> '{}'
    AND (OLD.status, OLD.status_at, OLD.receiving_authority, OLD.kind, OLD.area_code, OLD.category, OLD.assignee_id,
      OLD.written_in, OLD.screened_at, OLD.created_at, OLD.last_word, OLD.has_photos, OLD.linked)
    IS DISTINCT FROM (NEW.status, NEW.status_at, NEW.receiving_authority, NEW.kind, NEW.area_code, NEW.category,
      NEW.assignee_id, NEW.written_in, NEW.screened_at, NEW.created_at, NEW.last_word, NEW.has_photos, NEW.linked))
  EXECUTE FUNCTION place_routings_anew();
--> statement-breakpoint
CREATE FUNCTION keep_routed_to() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  own uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.submission_id ELSE NEW.submission_id END;
BEGIN
  UPDATE submissions SET routed_to = ARRAY(SELECT organisation FROM routings WHERE submission_id = own ORDER BY organisation)
    WHERE id = own;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER routings_keep_routed_to AFTER INSERT OR DELETE ON routings FOR EACH ROW EXECUTE FUNCTION keep_routed_to();
--> statement-breakpoint
-- What there is already.
UPDATE submissions s SET routed_to = ARRAY(SELECT organisation FROM routings WHERE submission_id = s.id ORDER BY organisation)
  WHERE EXISTS (SELECT FROM routings WHERE submission_id = s.id);
--> statement-breakpoint
UPDATE routings SET status = status;
--> statement-breakpoint
GRANT SELECT (receiving_authority, kind, area_code, category, assignee_id, written_in, screened_at, created_at, last_word,
  has_photos, linked) ON routings TO portal_company;
--> statement-breakpoint
-- The same rows are reached as before, by what stands in each row: asked of the other table, all that was ever routed to
-- somebody was gathered for each question.
ALTER POLICY staff_reads_reached ON submissions
  USING ((receiving_authority = (SELECT received FROM viewer_reach())
      OR (screened_at IS NOT NULL AND coalesce((SELECT routed FROM viewer_reach()) = ANY (routed_to), false)))
    AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true));
--> statement-breakpoint
DROP FUNCTION routed_here();
--> statement-breakpoint
ALTER POLICY staff_reads_reached ON routings
  USING ((receiving_authority = (SELECT received FROM viewer_reach())
      OR (screened_at IS NOT NULL AND organisation = (SELECT routed FROM viewer_reach())))
    AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true));
--> statement-breakpoint
ALTER POLICY company_reads_own ON routings
  USING (organisation = (SELECT rewritten FROM viewer_reach()) AND screened_at IS NOT NULL
    AND coalesce(area_code = ANY ((SELECT viewer_areas())::text[]), true));
--> statement-breakpoint
-- The words of a text as they are kept (db/schema/submissions.ts).
CREATE FUNCTION words_of(texts text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT strip(to_tsvector('simple', texts) || to_tsvector('swedish', regexp_replace(texts, '([[:alpha:]]{2,}(?:a|el|er|or))n\M', '\1', 'gi')))
$$;
--> statement-breakpoint
-- The words of what resident and staff wrote to each other and of what was answered, in every language: who reads the case
-- reads all of it. Of a long thread the newest forty thousand signs, so that one message more costs no more than that.
CREATE FUNCTION words_said(own uuid) RETURNS tsvector LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT words_of(left(coalesce(string_agg(said.body, ' ' ORDER BY said.at DESC), ''), 40000)) FROM (
    (SELECT m.body, m.sent_at AS at FROM messages m WHERE m.submission_id = own ORDER BY m.sent_at DESC LIMIT 100)
    UNION ALL
    (SELECT (SELECT string_agg(value, ' ') FROM jsonb_each_text(r.body)), r.given_at FROM responses r
      WHERE r.submission_id = own ORDER BY r.given_at DESC LIMIT 100)) said
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION words_said(uuid) FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION keep_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  words tsvector;
BEGIN
  -- Two who write at once are both heard.
  PERFORM FROM submissions WHERE id = NEW.submission_id FOR NO KEY UPDATE;
  words := words_said(NEW.submission_id);
  UPDATE submissions SET said = words WHERE id = NEW.submission_id AND said <> words;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- None of these goes away but with its case; an answer that is withdrawn has no text any more.
CREATE TRIGGER messages_keep_said AFTER INSERT OR UPDATE OF body ON messages FOR EACH ROW EXECUTE FUNCTION keep_said();
--> statement-breakpoint
CREATE TRIGGER responses_keep_said AFTER INSERT OR UPDATE OF body ON responses FOR EACH ROW EXECUTE FUNCTION keep_said();
--> statement-breakpoint
UPDATE submissions s SET said = words_said(s.id) WHERE EXISTS (SELECT FROM messages m WHERE m.submission_id = s.id)
  OR EXISTS (SELECT FROM responses r WHERE r.submission_id = s.id);
--> statement-breakpoint
-- By which ways a case is read as it was written: by the authority that received it, and when it is screened by each
-- organisation that it was routed to ("to " and its name). The words of its area are counted for each of these alone, so
-- that a search corrects towards nothing that whoever asks may not read. Tips are not among the cases.
CREATE FUNCTION search_readers(authority text, screened_at timestamptz, organisations text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY[authority] || CASE WHEN screened_at IS NULL THEN '{}'::text[]
    ELSE ARRAY(SELECT 'to ' || organisation FROM unnest(organisations) AS organisation) END
$$;
--> statement-breakpoint
-- A note is read by its organisation, and once it is shared by all who read the case: its words stand beside it and not with
-- the case, with who reads it, by which way when it is shared, and in which week its case came.
CREATE FUNCTION keep_words_of_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT words_of(NEW.body) || search_weeks(NEW.organisation, CASE WHEN NEW.shared_at IS NULL THEN '{}'::text[]
      ELSE ARRAY(SELECT 'shared ' || way FROM unnest(search_readers(s.receiving_authority, s.screened_at, s.routed_to)) AS way) END, s.created_at)
    INTO NEW.search FROM submissions s WHERE s.id = NEW.submission_id;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER notes_keep_words BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION keep_words_of_note();
--> statement-breakpoint
CREATE FUNCTION keep_words_of_shared() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE notes SET search = search WHERE submission_id = NEW.id AND shared_at IS NOT NULL;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_keep_words_of_shared AFTER UPDATE ON submissions FOR EACH ROW
  WHEN ((OLD.receiving_authority, OLD.screened_at, OLD.routed_to) IS DISTINCT FROM (NEW.receiving_authority, NEW.screened_at, NEW.routed_to))
  EXECUTE FUNCTION keep_words_of_shared();
--> statement-breakpoint
UPDATE notes SET search = search;
--> statement-breakpoint
CREATE INDEX "notes_search" ON "notes" USING gin ("search");--> statement-breakpoint
CREATE INDEX "submissions_search" ON "submissions" USING gin ("search");
--> statement-breakpoint
DROP FUNCTION search_wanted(text, boolean);
--> statement-breakpoint
-- All ways and areas; a company, which reads none of it, is not among them.
CREATE FUNCTION search_scopes() RETURNS TABLE (reader text, area_code text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT ways.reader, a.code FROM areas a, (
    SELECT authority AS reader FROM organisations WHERE authority IS NOT NULL
    UNION SELECT 'to ' || slug FROM organisations WHERE kind <> 'company') ways
$$;
--> statement-breakpoint
-- Counts anew which words the cases of one area hold that are read by one way, and each in how many. Nobody reads the words
-- but the search.
CREATE FUNCTION count_search_words(of_reader text, of_area text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- Whoever takes words away has done so before this, or waits until it is done.
  PERFORM pg_advisory_xact_lock(hashtextextended('search words', 0));
  WITH counted AS MATERIALIZED (
    SELECT word, ndoc FROM ts_stat(CASE WHEN starts_with(of_reader, 'to ') THEN
        format('SELECT s.search FROM public.routings r JOIN public.submissions s ON s.id = r.submission_id
          WHERE r.organisation = %L AND r.area_code = %L AND r.screened_at IS NOT NULL', substr(of_reader, 4), of_area)
      ELSE format('SELECT search FROM public.submissions WHERE receiving_authority = %L AND area_code = %L', of_reader, of_area) END)
    WHERE length(word) BETWEEN 2 AND 40 AND word !~ '[0-9 ]'
  ), gone AS (
    DELETE FROM search_words w WHERE w.reader = of_reader AND w.area_code = of_area
      AND NOT EXISTS (SELECT FROM counted c WHERE c.word = w.word)
  )
  INSERT INTO search_words (word, reader, area_code, cases, parts)
    SELECT word, of_reader, of_area, ndoc, word_parts(word) FROM counted
    ON CONFLICT (word, reader, area_code) DO UPDATE SET cases = excluded.cases WHERE search_words.cases <> excluded.cases;
END
$$;
--> statement-breakpoint
CREATE FUNCTION count_search_words_anew() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT count_search_words(reader, area_code) FROM search_scopes()
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_scopes(), count_search_words(text, text), count_search_words_anew() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_scopes(), count_search_words(text, text) TO portal_worker;
--> statement-breakpoint
-- No word stays behind of a case that was disposed of or sealed, of one that somebody reads no more, or of a text that is
-- gone from it.
CREATE FUNCTION forget_search_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held text[] := ARRAY(SELECT word FROM unnest(tsvector_to_array(OLD.search)) AS word WHERE word !~ '[0-9 ]');
  kept text[] := '{}';
  still_read_by text[] := '{}';
  of_reader text;
  lost text[];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.area_code = NEW.area_code THEN
    kept := tsvector_to_array(NEW.search);
    still_read_by := search_readers(NEW.receiving_authority, NEW.screened_at, NEW.routed_to);
  END IF;
  FOREACH of_reader IN ARRAY search_readers(OLD.receiving_authority, OLD.screened_at, OLD.routed_to) LOOP
    lost := CASE WHEN of_reader = ANY (still_read_by) THEN ARRAY(SELECT unnest(held) EXCEPT SELECT unnest(kept)) ELSE held END;
    CONTINUE WHEN lost = '{}';
    PERFORM pg_advisory_xact_lock(hashtextextended('search words', 0));
    UPDATE search_words SET cases = cases - 1 WHERE reader = of_reader AND area_code = OLD.area_code AND word = ANY (lost);
    DELETE FROM search_words WHERE reader = of_reader AND area_code = OLD.area_code AND word = ANY (lost) AND cases <= 0;
  END LOOP;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_forget_search_words AFTER DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION forget_search_words();
--> statement-breakpoint
CREATE TRIGGER submissions_forget_lost_words AFTER UPDATE ON submissions FOR EACH ROW
  WHEN ((OLD.search, OLD.area_code, OLD.screened_at) IS DISTINCT FROM (NEW.search, NEW.area_code, NEW.screened_at))
  EXECUTE FUNCTION forget_search_words();
--> statement-breakpoint
-- What is searched for, of words that somebody typed: each by its stem, or by the stems of the words that it may be
-- misspelt from or be misspelt as, among the words that are read by these ways and in these areas (null is all).
CREATE FUNCTION search_wanted(typed text, readers text[], areas text[]) RETURNS tsquery
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  wanted tsquery;
  typed_word text;
  forms text[];
  own integer;
  near text[];
  part tsquery;
BEGIN
  FOR typed_word IN SELECT lexeme FROM unnest(to_tsvector('simple', left(typed, 200))) ORDER BY positions[1] LIMIT 8 LOOP
    forms := search_forms(typed_word);
    CONTINUE WHEN cardinality(forms) = 0;
    near := '{}';
    IF readers <> '{}' THEN
      SELECT coalesce(max(total), 0) INTO own FROM (
        SELECT sum(cases) AS total FROM search_words WHERE word = ANY (forms || typed_word)
          AND reader = ANY (readers) AND (areas IS NULL OR area_code = ANY (areas)) GROUP BY word) hers;
      -- A word that is known has only rare misspellings.
      SELECT coalesce(array_agg(word), '{}') INTO near FROM (
        SELECT word FROM search_words WHERE parts && word_parts(typed_word) AND word <> typed_word
          AND reader = ANY (readers) AND (areas IS NULL OR area_code = ANY (areas))
        GROUP BY word HAVING own = 0 OR sum(cases) * 10 <= own ORDER BY sum(cases) DESC, word LIMIT 8) likely;
      SELECT coalesce(array_agg(DISTINCT form), '{}') INTO near FROM unnest(near) AS w (word),
        unnest(search_forms(w.word) || w.word) AS f (form);
    END IF;
    SELECT string_agg(DISTINCT '''' || replace(replace(word, '\', ''), '''', '''''') || '''', ' | ')::tsquery INTO part
      FROM unnest(forms || near) AS w (word) WHERE word <> '';
    wanted := CASE WHEN wanted IS NULL THEN part ELSE wanted && part END;
  END LOOP;
  RETURN wanted;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_wanted(text, text[], text[]) FROM PUBLIC;
--> statement-breakpoint
-- The newest cases, at most so many, that hold what was typed and that whoever asks reaches: in the text, the thread and the
-- answers, or in a note that she may read. A company searches what was rewritten for it and its own notes, and nothing else.
-- Of these only such as bear one of each of the signs that are asked for ("area 606|area 607") and came in that time. The
-- index is asked backwards, for a week first and for four times as many when these
-- are done, so that the hits that are looked at follow those that are shown, however common a word is and however many
-- cases there are. The cases of ten thousand notes are looked at and no more: then null is given too, since there may be more.
DROP FUNCTION search_submissions(text, integer);
--> statement-breakpoint
CREATE FUNCTION search_submissions(typed text, most integer, signs text[] DEFAULT '{}',
  since timestamptz DEFAULT '-infinity', until timestamptz DEFAULT 'infinity') RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET jit = off AS $$
DECLARE
  viewer record;
  limits text[] := viewer_areas();
  ways text[];
  wanted tsquery;
  narrowed tsquery;
  noted uuid[];
  notes_left integer := 10000;
  week integer;
  first_week integer;
  level integer := -1;
  hits integer := 0;
  rows integer;
BEGIN
  SELECT * INTO viewer FROM viewer_reach();
  IF coalesce(viewer.received, viewer.routed, viewer.rewritten) IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT s.id FROM submissions s WHERE (s.ref = upper(btrim(typed)) OR s.registration_number = upper(btrim(typed)))
    AND (s.receiving_authority = viewer.received
      OR (s.screened_at IS NOT NULL AND coalesce(viewer.routed, viewer.rewritten) = ANY (s.routed_to)))
    AND (limits IS NULL OR s.area_code = ANY (limits));
  IF FOUND THEN
    RETURN;
  END IF;
  ways := array_remove(ARRAY[viewer.received, 'to ' || viewer.routed], NULL);
  wanted := search_wanted(typed, ways, limits);
  IF wanted IS NULL THEN
    RETURN;
  END IF;
  -- Each with what no other word begins with, so that nothing else of a case is asked for by this.
  SELECT string_agg('(' || (SELECT string_agg(''' =' || replace(replace(one, '\', ''), '''', '''''') || '''', ' | ')
      FROM unnest(string_to_array(sign, '|')) AS one) || ')', ' & ')::tsquery
    INTO narrowed FROM unnest(signs) AS sign;
  -- From this week on, whatever the clock may have said once.
  SELECT floor(extract(epoch FROM least(max(created_at), now(), until)) / 604800), floor(extract(epoch FROM greatest(min(created_at), since)) / 604800)
    INTO week, first_week FROM submissions;
  IF viewer.rewritten IS NOT NULL THEN
    RETURN QUERY EXECUTE 'WITH own_notes AS MATERIALIZED (SELECT submission_id FROM notes WHERE search @@ $3 AND organisation = $2)
        SELECT r.submission_id FROM routings r WHERE r.organisation = $2
          AND (r.search @@ $1 OR r.submission_id IN (SELECT submission_id FROM own_notes))
          AND ($5 IS NULL OR search_signs(r.area_code, r.category, r.kind, r.status, r.assignee_id, r.written_in, r.last_word,
            r.has_photos, r.linked) @@ $5)
          AND r.created_at BETWEEN $6 AND $7 ORDER BY r.routed_at DESC LIMIT $4'
      USING wanted, viewer.rewritten, wanted && (SELECT string_agg(format(''' %s 4 %s''', viewer.rewritten, weeks), ' | ')::tsquery
          FROM generate_series(first_week >> 8, week >> 8) AS weeks), most, narrowed, since, until;
    RETURN;
  END IF;
  WHILE week >= first_week AND hits < most LOOP
    -- As many weeks as end here, up to four times as many as before.
    level := (SELECT max(l) FROM generate_series(0, least(level + 1, 4)) AS l WHERE (week + 1) % (1 << (2 * l)) = 0);
    EXECUTE 'SELECT ARRAY(SELECT submission_id FROM notes WHERE search @@ $1 LIMIT $2)' INTO noted
      USING wanted && (SELECT string_agg(format(''' %s %s %s''', reader, level, week >> (2 * level)), ' | ')::tsquery
          FROM unnest(viewer.organisation || ARRAY(SELECT 'shared ' || way FROM unnest(ways) AS way)) AS reader), notes_left;
    notes_left := notes_left - cardinality(noted);
    RETURN QUERY EXECUTE 'WITH hits AS MATERIALIZED (
          SELECT id, receiving_authority, area_code, screened_at, routed_to, created_at FROM submissions WHERE search @@ $1
          UNION
          SELECT id, receiving_authority, area_code, screened_at, routed_to, created_at FROM submissions
          WHERE id = ANY ($6) AND ($7 IS NULL OR search @@ $7))
        SELECT id FROM hits WHERE (receiving_authority = $2 OR (screened_at IS NOT NULL AND $3 = ANY (routed_to)))
          AND ($4 IS NULL OR area_code = ANY ($4)) AND created_at BETWEEN $8 AND $9 ORDER BY created_at DESC LIMIT $5'
      USING (CASE WHEN narrowed IS NULL THEN wanted ELSE wanted && narrowed END) && (
          SELECT string_agg(format(''' %s %s %s''', reader, level, week >> (2 * level)), ' | ')::tsquery
          FROM unnest(ARRAY[viewer.received, viewer.routed]) AS reader WHERE reader IS NOT NULL),
        viewer.received, viewer.routed, limits, most - hits, noted, narrowed, since, until;
    GET DIAGNOSTICS rows = ROW_COUNT;
    hits := hits + rows;
    week := week - (1 << (2 * level));
  END LOOP;
  IF notes_left <= 0 THEN
    RETURN NEXT NULL;
  END IF;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_submissions(text, integer, text[], timestamptz, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_submissions(text, integer, text[], timestamptz, timestamptz) TO portal_staff, portal_company;
--> statement-breakpoint
SELECT count_search_words_anew();
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"staff_id" text NOT NULL,
	"organisation" text NOT NULL,
	"shared" boolean NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_own" ON "saved_views" USING btree ("staff_id",lower("name")) WHERE not shared;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_shared" ON "saved_views" USING btree ("organisation",lower("name")) WHERE shared;
--> statement-breakpoint
-- Who reads the queue sees her own views and those shared in her organisation; a shared one is changed and removed by who
-- made it and by those of the organisation who triage, and stays shared in their hands.
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (name, shared, organisation) ON saved_views TO portal_staff, portal_company;
--> statement-breakpoint
CREATE FUNCTION views_here(OUT organisation text, OUT triages boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(v.routed, v.rewritten), v.role IN ('officer', 'coordinator') FROM viewer_reach() v
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION views_here() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION views_here() TO portal_staff, portal_company;
--> statement-breakpoint
CREATE POLICY staff_sees ON saved_views FOR SELECT TO portal_staff, portal_company
  USING (staff_id = current_setting('portal.staff', true) OR (shared AND organisation = (SELECT h.organisation FROM views_here() h)));
--> statement-breakpoint
CREATE POLICY staff_saves_as_herself ON saved_views FOR INSERT TO portal_staff, portal_company
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND organisation = (SELECT h.organisation FROM views_here() h));
--> statement-breakpoint
CREATE POLICY staff_changes ON saved_views FOR UPDATE TO portal_staff, portal_company
  USING (staff_id = current_setting('portal.staff', true)
    OR (shared AND organisation = (SELECT h.organisation FROM views_here() h WHERE h.triages)))
  WITH CHECK (organisation = (SELECT h.organisation FROM views_here() h)
    AND (shared OR staff_id = current_setting('portal.staff', true)));
--> statement-breakpoint
CREATE POLICY staff_removes ON saved_views FOR DELETE TO portal_staff, portal_company
  USING (staff_id = current_setting('portal.staff', true)
    OR (shared AND organisation = (SELECT h.organisation FROM views_here() h WHERE h.triages)));
--> statement-breakpoint
CREATE TABLE "photo_edits" (
	"photo_id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"crop" jsonb,
	"boxes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"alt" jsonb,
	"ground" text,
	"reason" text DEFAULT '' NOT NULL,
	"staff_id" text NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"photo_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" jsonb NOT NULL,
	"sealed" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "public_photos_photoId_unique" UNIQUE("photo_id")
);
--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "state" text DEFAULT 'internal' NOT NULL;--> statement-breakpoint
ALTER TABLE "photo_edits" ADD CONSTRAINT "photo_edits_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_edits" ADD CONSTRAINT "photo_edits_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_edits" ADD CONSTRAINT "photo_edits_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_photos" ADD CONSTRAINT "public_photos_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_photos" ADD CONSTRAINT "public_photos_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "photo_edits_submission_id_index" ON "photo_edits" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "public_photos_submission_id_position_index" ON "public_photos" USING btree ("submission_id","position");
--> statement-breakpoint
-- A photo that is withheld is read by those alone whose authority has the case; what a holder seals, she seals whole.
GRANT UPDATE (state) ON photos TO portal_staff;
--> statement-breakpoint
ALTER POLICY staff_reads_reached ON photos
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id
    AND (photos.state <> 'withheld' OR s.receiving_authority = (SELECT received FROM viewer_reach()))));
--> statement-breakpoint
CREATE POLICY staff_decides ON photos FOR UPDATE TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
-- No policy lets a company read a row: the same question may be asked, and is answered with nothing.
GRANT SELECT (state) ON photos TO portal_company;
--> statement-breakpoint
-- What was decided about a photo, and why it is withheld, is read by those who handle the case, and by its registrar.
GRANT SELECT, INSERT, UPDATE ON photo_edits TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON photo_edits, public_photos TO portal_tips;
--> statement-breakpoint
ALTER TABLE photo_edits ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY receivers_read ON photo_edits FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id AND s.receiving_authority = (SELECT received FROM viewer_reach())));
--> statement-breakpoint
CREATE POLICY staff_edits_as_herself ON photo_edits FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id)
    AND EXISTS (SELECT FROM photos p WHERE p.id = photo_id AND p.submission_id = photo_edits.submission_id));
--> statement-breakpoint
CREATE POLICY staff_edits_anew ON photo_edits FOR UPDATE TO portal_staff USING (viewer_handles(submission_id))
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON photo_edits FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- The public version is read by everybody while the case is published, without a word of what it was made of.
GRANT SELECT (id, submission_id, position, width, height, alt, sealed) ON public_photos TO portal_public;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON public_photos TO portal_staff;
--> statement-breakpoint
ALTER TABLE public_photos ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen_with_submission ON public_photos FOR SELECT TO portal_public
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id AND s.published_at IS NOT NULL));
--> statement-breakpoint
CREATE POLICY staff_reads_reached ON public_photos FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
CREATE POLICY staff_shows_what_is_public ON public_photos FOR INSERT TO portal_staff
  WITH CHECK (viewer_handles(submission_id) AND EXISTS (SELECT FROM photos p
    WHERE p.id = photo_id AND p.submission_id = public_photos.submission_id AND p.state = 'public'));
--> statement-breakpoint
CREATE POLICY staff_takes_away ON public_photos FOR DELETE TO portal_staff USING (viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON public_photos FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- A photo that is not public has no public version, whoever decides so and by whatever way.
CREATE FUNCTION forget_public_photo() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM public_photos WHERE photo_id = NEW.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER photos_forget_public_photo AFTER UPDATE OF state ON photos FOR EACH ROW
  WHEN (NEW.state <> 'public') EXECUTE FUNCTION forget_public_photo();
--> statement-breakpoint
-- For each row: most photos that go have no public version, and then no page changes.
CREATE TRIGGER public_photos_public_change AFTER INSERT OR UPDATE OR DELETE ON public_photos
  FOR EACH ROW EXECUTE FUNCTION notify_public_change();
--> statement-breakpoint
CREATE TABLE "child_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"authority" text NOT NULL,
	"reported_on" date NOT NULL,
	"receiver" text NOT NULL,
	"signed_as" jsonb NOT NULL,
	"staff_id" text NOT NULL,
	"noted_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "child_reports" ADD CONSTRAINT "child_reports_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_reports" ADD CONSTRAINT "child_reports_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "child_reports_submission_id_noted_at_index" ON "child_reports" USING btree ("submission_id","noted_at");
--> statement-breakpoint
-- That a report of concern about a child was made is read by the staff of the authority that noted it, while it has the
-- case; a holder seals it with the case. It is not changed.
GRANT SELECT, INSERT ON child_reports TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON child_reports TO portal_tips;
--> statement-breakpoint
ALTER TABLE child_reports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads_own ON child_reports FOR SELECT TO portal_staff
  USING (authority = (SELECT received FROM viewer_reach())
    AND EXISTS (SELECT FROM submissions s WHERE s.id = submission_id AND s.receiving_authority = authority));
--> statement-breakpoint
CREATE POLICY staff_notes_as_herself ON child_reports FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND authority = (SELECT handled FROM viewer_reach())
    AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON child_reports FOR SELECT TO portal_tips
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
--> statement-breakpoint
-- Says which submission has changed, to the processes of the portal alone: each of them asks by the rights of whoever has
-- a page open whether it concerns her. With an organisation it concerns that one only; with a star those alone whose
-- authority has received it, as what changes how it is judged does, and by when they act. New submissions are not told here:
-- registering each of them, a moment later, changes it, and what is sent in waits for nobody's notice.
CREATE FUNCTION notify_case_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What is read by those too to whom it was routed.
  IF (OLD.status, OLD.status_at, OLD.receiving_authority, OLD.registration_number, OLD.written_in, OLD.area_code, OLD.category,
      OLD.assignee_id, OLD.merged_into_id, OLD.screened_at, OLD.public_title, OLD.public_body, OLD.public_stale_in,
      OLD.public_area_code, OLD.published_at, OLD.last_word, OLD.has_photos, OLD.linked)
    IS DISTINCT FROM (NEW.status, NEW.status_at, NEW.receiving_authority, NEW.registration_number, NEW.written_in, NEW.area_code,
      NEW.category, NEW.assignee_id, NEW.merged_into_id, NEW.screened_at, NEW.public_title, NEW.public_body, NEW.public_stale_in,
      NEW.public_area_code, NEW.published_at, NEW.last_word, NEW.has_photos, NEW.linked) THEN
    PERFORM pg_notify('case_changed', NEW.id::text);
  ELSE
    PERFORM pg_notify('case_changed', NEW.id || ' *');
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION notify_part_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('case_changed', coalesce(NEW.submission_id, OLD.submission_id)::text);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION notify_own_part_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('case_changed', NEW.submission_id || ' ' || NEW.organisation);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_case_change AFTER UPDATE ON submissions FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION notify_case_change();
--> statement-breakpoint
-- Of a case that was merged into another, what is written is read there too by those who have received it.
CREATE FUNCTION notify_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM pg_notify('case_changed', NEW.submission_id::text);
  PERFORM pg_notify('case_changed', case_gone_on(NEW.submission_id) || ' *') WHERE case_gone_on(NEW.submission_id) IS NOT NULL;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER messages_case_change AFTER INSERT ON messages FOR EACH ROW EXECUTE FUNCTION notify_message();
--> statement-breakpoint
CREATE TRIGGER responses_case_change AFTER INSERT OR UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION notify_part_change();
--> statement-breakpoint
CREATE TRIGGER submission_commitments_case_change AFTER INSERT OR DELETE ON submission_commitments FOR EACH ROW
  EXECUTE FUNCTION notify_part_change();
--> statement-breakpoint
CREATE TRIGGER routings_case_change AFTER INSERT ON routings FOR EACH ROW EXECUTE FUNCTION notify_own_part_change();
--> statement-breakpoint
-- What is copied here for a company is only what it may know: where that stays the same it is told nothing.
CREATE TRIGGER routings_case_change_since AFTER UPDATE ON routings FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION notify_own_part_change();
--> statement-breakpoint
CREATE TRIGGER notes_case_change AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION notify_own_part_change();
--> statement-breakpoint
-- A note that is shared is read by all who read the case.
CREATE TRIGGER shared_notes_case_change AFTER UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION notify_part_change();
--> statement-breakpoint
-- Of a case that is kept no more the line of handing over stays hidden from the registrar of the police, who could tell by it
-- what was sealed. The city's own lines say what the city did, whatever the police have done since: gone, they would tell.
ALTER POLICY gone_is_gone ON audit_lines
  USING (event <> 'submission-handed-over' OR (SELECT v.role FROM viewer_reach() v) = 'admin'
    OR (SELECT v.received FROM viewer_reach() v) <> 'polisen' OR case_is_kept(subject));
--> statement-breakpoint
-- Whether others were merged into a case that she handles, also from areas that she does not reach.
CREATE FUNCTION has_merged(own uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT viewer_handles(own) AND EXISTS (SELECT FROM submissions other WHERE other.merged_into_id = own)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION has_merged(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION has_merged(uuid) TO portal_staff;
--> statement-breakpoint
-- What an authority planned with a case before it handed it over is its own.
ALTER POLICY staff_handles_received ON plans USING (viewer_handles(submission_id)
  AND NOT EXISTS (SELECT FROM handovers h WHERE h.submission_id = plans.submission_id AND h.handed_over_at >= plans.made_at));
--> statement-breakpoint
-- Why a case is not sealed as a tip as it stands, for a holder who handles it: what is merged with another, also with one
-- from areas that she does not reach, would leave other lines than a case does that was handed over, and so would an alarm
-- that stands untaken for ever; and whoever is in danger comes first. Null when nothing is in the way.
CREATE FUNCTION what_hinders_sealing(own uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE
    WHEN (SELECT holds FROM viewer_of_tips()) IS NOT TRUE OR NOT viewer_handles(own) THEN 'not-found'
    WHEN EXISTS (SELECT FROM submissions other WHERE other.merged_into_id = own) THEN 'has-merged'
    WHEN EXISTS (SELECT FROM submissions s WHERE s.id = own AND s.status = 'merged') THEN 'is-merged'
    WHEN EXISTS (SELECT FROM alarms a WHERE a.submission_id = own AND a.taken_at IS NULL) THEN 'alarm-untaken' END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION what_hinders_sealing(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION what_hinders_sealing(uuid) TO portal_tips;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION forget_submission(own uuid, by_staff text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF by_staff IS DISTINCT FROM current_setting('portal.staff', true) OR (SELECT holds FROM viewer_of_tips()) IS NOT TRUE THEN
    RAISE EXCEPTION 'only who holds tips seals, as herself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF what_hinders_sealing(own) IS NOT NULL THEN
    RAISE EXCEPTION 'this submission is not sealed as it stands' USING ERRCODE = 'check_violation';
  END IF;
  IF to_regclass('pgboss.job') IS NOT NULL THEN
    DELETE FROM pgboss.job WHERE data ->> 'alarmId' IN (SELECT a.id::text FROM alarms a WHERE a.submission_id = own);
  END IF;
  PERFORM forget_sealed_submission(own, by_staff);
END
$$;
--> statement-breakpoint
-- How an authority handled a case before it handed it over is its own, and so are its lines: of what was planned, noted,
-- assigned, disclosed and judged the registrar of the next one reads nothing, only that it was handed over. The lines of her
-- own authority's staff she reads whenever they were written.
CREATE FUNCTION done_by_others_before(subject text, by_staff text, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(CASE WHEN subject LIKE 'submission:%' THEN
    (SELECT of_writer.authority IS DISTINCT FROM v.received AND (
        EXISTS (SELECT FROM handovers h WHERE h.submission_id = of_case.id AND h.from_authority = of_writer.authority)
        OR (SELECT h.to_authority FROM handovers h WHERE h.submission_id = of_case.id AND h.handed_over_at > at
          ORDER BY h.handed_over_at LIMIT 1) = v.received)
      FROM (SELECT substring(subject FROM 12)::uuid) AS of_case (id) CROSS JOIN viewer_reach() v
        LEFT JOIN (SELECT o.authority FROM staff p JOIN organisations o ON o.slug = p.organisation WHERE p.id = by_staff) AS of_writer
        ON true)
  END, false)
$$;
--> statement-breakpoint
-- How many answers of a batch are still to be given, also of cases that who asks does not reach: who stops them stops all.
CREATE FUNCTION open_in_batch(asked uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*)::integer FROM plans WHERE batch = asked AND ended_at IS NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION open_in_batch(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION open_in_batch(uuid) TO portal_staff;
--> statement-breakpoint
CREATE POLICY handled_elsewhere ON audit_lines AS RESTRICTIVE FOR SELECT TO portal_staff
  USING (event = 'submission-handed-over' OR (SELECT v.role FROM viewer_reach() v) = 'admin'
    OR NOT done_by_others_before(subject, staff_id, at));
