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
-- Counts anew which words the cases hold, and each in how many. Nobody reads the words but the search.
CREATE FUNCTION count_search_words_anew() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- Whoever takes a case away takes its words away: before this, or when it is done.
  LOCK TABLE search_words IN SHARE ROW EXCLUSIVE MODE;
  WITH counted AS MATERIALIZED (
    SELECT word, ndoc FROM ts_stat('SELECT search FROM public.submissions')
    WHERE length(word) BETWEEN 2 AND 40 AND word !~ '[0-9]'
  ), gone AS (
    DELETE FROM search_words w WHERE NOT EXISTS (SELECT FROM counted c WHERE c.word = w.word)
  )
  INSERT INTO search_words (word, cases, parts) SELECT word, ndoc, word_parts(word) FROM counted
    ON CONFLICT (word) DO UPDATE SET cases = excluded.cases WHERE search_words.cases <> excluded.cases;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_search_words_anew() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION count_search_words_anew() TO portal_worker;
--> statement-breakpoint
-- No word of a case that was disposed of or sealed stays behind.
CREATE FUNCTION forget_search_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE search_words SET cases = cases - 1 WHERE word = ANY (tsvector_to_array(OLD.search));
  DELETE FROM search_words WHERE word = ANY (tsvector_to_array(OLD.search)) AND cases <= 0;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_forget_search_words AFTER DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION forget_search_words();
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
SELECT count_search_words_anew();
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
    urgency_for_company(s.status) AS urgency, s.turn, NULL::tsvector AS search
  FROM public.submissions s
  WHERE s.screened_at IS NOT NULL
    AND s.id IN (SELECT r.submission_id FROM public.routings r WHERE r.organisation = (SELECT rewritten FROM viewer_reach()))
    AND coalesce(s.area_code = ANY ((SELECT viewer_areas())::text[]), true);
