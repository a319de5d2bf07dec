-- The newest cases, at most so many, that hold what was typed and that whoever asks reaches, as before. What was typed, the
-- weeks and the signs are conditions of their own now: the index then steps from one's to the next's, and reads of a common
-- word no more than what lies in these weeks. And it is asked for no more weeks than may hold what is still missing.
CREATE OR REPLACE FUNCTION search_submissions(typed text, most integer, signs text[] DEFAULT '{}',
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
  rows integer := 0;
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
    RETURN QUERY EXECUTE 'WITH own_notes AS MATERIALIZED (SELECT submission_id FROM notes WHERE search @@ $1 AND search @@ $3 AND organisation = $2)
        SELECT r.submission_id FROM routings r WHERE r.organisation = $2
          AND (r.search @@ $1 OR r.submission_id IN (SELECT submission_id FROM own_notes))
          AND ($5 IS NULL OR search_signs(r.area_code, r.category, r.kind, r.status, r.assignee_id, r.written_in, r.last_word,
            r.has_photos, r.linked) @@ $5)
          AND r.created_at BETWEEN $6 AND $7 ORDER BY r.routed_at DESC LIMIT $4'
      USING wanted, viewer.rewritten, (SELECT string_agg(format(''' %s 4 %s''', viewer.rewritten, weeks), ' | ')::tsquery
          FROM generate_series(first_week >> 8, week >> 8) AS weeks), most, narrowed, since, until;
    RETURN;
  END IF;
  WHILE week >= first_week AND hits < most LOOP
    -- As many weeks as end here, up to four times as many as before, and no more than give twice what is still missing if
    -- they hold as many hits as those before.
    level := (SELECT max(l) FROM generate_series(0, least(level + 1, 4)) AS l WHERE (week + 1) % (1 << (2 * l)) = 0
      AND (l = 0 OR rows::bigint << (2 * l) <= (2 * (most - hits))::bigint << (2 * level)));
    EXECUTE 'SELECT ARRAY(SELECT submission_id FROM notes WHERE search @@ $1 AND search @@ $2 LIMIT $3)' INTO noted
      USING wanted, (SELECT string_agg(format(''' %s %s %s''', reader, level, week >> (2 * level)), ' | ')::tsquery
          FROM unnest(viewer.organisation || ARRAY(SELECT 'shared ' || way FROM unnest(ways) AS way)) AS reader), notes_left;
    notes_left := notes_left - cardinality(noted);
    RETURN QUERY EXECUTE 'WITH hits AS MATERIALIZED (
          SELECT id, receiving_authority, area_code, screened_at, routed_to, created_at FROM submissions
          WHERE search @@ $1 AND search @@ $10 AND ($7 IS NULL OR search @@ $7)
          UNION
          SELECT id, receiving_authority, area_code, screened_at, routed_to, created_at FROM submissions
          WHERE id = ANY ($6) AND ($7 IS NULL OR search @@ $7))
        SELECT id FROM hits WHERE (receiving_authority = $2 OR (screened_at IS NOT NULL AND $3 = ANY (routed_to)))
          AND ($4 IS NULL OR area_code = ANY ($4)) AND created_at BETWEEN $8 AND $9 ORDER BY created_at DESC LIMIT $5'
      USING wanted, viewer.received, viewer.routed, limits, most - hits, noted, narrowed, since, until, (
          SELECT string_agg(format(''' %s %s %s''', reader, level, week >> (2 * level)), ' | ')::tsquery
          FROM unnest(ARRAY[viewer.received, viewer.routed]) AS reader WHERE reader IS NOT NULL);
    GET DIAGNOSTICS rows = ROW_COUNT;
    hits := hits + rows;
    week := week - (1 << (2 * level));
  END LOOP;
  IF notes_left <= 0 THEN
    RETURN NEXT NULL;
  END IF;
END
$$;
