-- Hexagons (H3) around the public places of what is published already. The fifth byte tells the resolution; a digit of
-- three bits names each step down, 7 where there is none: a wider hexagon stands for its middle one (0).
CREATE FUNCTION hexagon_at(cell text, wanted integer) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  bits bigint := ('x' || lpad(cell, 16, '0'))::bit(64)::bigint;
  has integer := (bits >> 52) & 15;
BEGIN
  FOR digit IN wanted + 1 .. has LOOP bits := bits | (7::bigint << (3 * (15 - digit))); END LOOP;
  FOR digit IN has + 1 .. wanted LOOP bits := bits & ~(7::bigint << (3 * (15 - digit))); END LOOP;
  RETURN to_hex((bits & ~(15::bigint << 52)) | (wanted::bigint << 52));
END
$$;
--> statement-breakpoint
UPDATE submissions SET block = hexagon_at(cell, 9), quarter = hexagon_at(cell, 8), ward = hexagon_at(cell, 7),
  vicinity = coalesce(vicinity, hexagon_at(cell, 8)) WHERE published_at IS NOT NULL;
--> statement-breakpoint
DROP FUNCTION hexagon_at;
--> statement-breakpoint
UPDATE submission_commitments SET shown_at = s.published_at FROM submissions s WHERE s.id = submission_id;
--> statement-breakpoint
UPDATE commitments SET voices = (SELECT count(*) FROM submission_commitments WHERE commitment_id = commitments.id AND shown_at IS NOT NULL);
--> statement-breakpoint
ALTER TABLE submissions ADD CONSTRAINT published_is_placed CHECK (published_at IS NULL OR (block IS NOT NULL AND quarter IS NOT NULL AND ward IS NOT NULL AND vicinity IS NOT NULL));
--> statement-breakpoint
GRANT SELECT (block, quarter, ward) ON submissions TO portal_public;
--> statement-breakpoint
GRANT SELECT ON hexagon_counts TO portal_public;
--> statement-breakpoint
ALTER TABLE hexagon_counts ADD CONSTRAINT counts_something CHECK (count >= 0);
--> statement-breakpoint
-- All counts from the start: for what was there before they were kept, and for what is loaded without triggers.
CREATE FUNCTION count_hexagons_anew() RETURNS void LANGUAGE sql AS $$
  DELETE FROM hexagon_counts;
  INSERT INTO hexagon_counts (level, area_code, cell, quarter, count)
    SELECT level, public_area_code, CASE level WHEN 8 THEN quarter WHEN 9 THEN block ELSE cell END, min(quarter), count(*)
    FROM submissions, (VALUES (8), (9), (10)) AS levels (level) WHERE published_at IS NOT NULL GROUP BY 1, 2, 3;
$$;
--> statement-breakpoint
SELECT count_hexagons_anew();
--> statement-breakpoint
-- The wide one first, always, so that two who publish never wait for each other.
CREATE FUNCTION count_hexagons() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.published_at IS NOT NULL THEN
    UPDATE hexagon_counts SET count = count - 1 WHERE level = 8 AND area_code = OLD.public_area_code AND cell = OLD.quarter;
    UPDATE hexagon_counts SET count = count - 1 WHERE level = 9 AND area_code = OLD.public_area_code AND cell = OLD.block;
    UPDATE hexagon_counts SET count = count - 1 WHERE level = 10 AND area_code = OLD.public_area_code AND cell = OLD.cell;
    DELETE FROM hexagon_counts WHERE count = 0 AND area_code = OLD.public_area_code
      AND ((level = 8 AND cell = OLD.quarter) OR (level = 9 AND cell = OLD.block) OR (level = 10 AND cell = OLD.cell));
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.published_at IS NOT NULL THEN
    INSERT INTO hexagon_counts (level, area_code, cell, quarter, count) VALUES
      (8, NEW.public_area_code, NEW.quarter, NEW.quarter, 1),
      (9, NEW.public_area_code, NEW.block, NEW.quarter, 1),
      (10, NEW.public_area_code, NEW.cell, NEW.quarter, 1)
      ON CONFLICT (level, area_code, cell) DO UPDATE SET count = hexagon_counts.count + 1;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_counted_when_made AFTER INSERT ON submissions FOR EACH ROW
  WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION count_hexagons();
--> statement-breakpoint
CREATE TRIGGER submissions_counted_when_gone AFTER DELETE ON submissions FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION count_hexagons();
--> statement-breakpoint
CREATE TRIGGER submissions_counted AFTER UPDATE OF published_at, public_area_code, cell, block, quarter ON submissions FOR EACH ROW
  WHEN ((OLD.published_at IS NULL, OLD.public_area_code, OLD.cell, OLD.block, OLD.quarter)
    IS DISTINCT FROM (NEW.published_at IS NULL, NEW.public_area_code, NEW.cell, NEW.block, NEW.quarter))
  EXECUTE FUNCTION count_hexagons();
--> statement-breakpoint
-- A link to a commitment knows since when it is shown; the commitment knows how many are.
CREATE FUNCTION show_voices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE submission_commitments SET shown_at = NEW.published_at WHERE submission_id = NEW.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_show_voices AFTER UPDATE OF published_at ON submissions FOR EACH ROW
  WHEN (OLD.published_at IS DISTINCT FROM NEW.published_at) EXECUTE FUNCTION show_voices();
--> statement-breakpoint
CREATE FUNCTION show_voice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.shown_at := (SELECT published_at FROM submissions WHERE id = NEW.submission_id FOR SHARE);
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submission_commitments_show_voice BEFORE INSERT ON submission_commitments FOR EACH ROW EXECUTE FUNCTION show_voice();
--> statement-breakpoint
CREATE FUNCTION count_voices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.shown_at IS NOT NULL THEN
    UPDATE commitments SET voices = voices - 1 WHERE id = OLD.commitment_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.shown_at IS NOT NULL THEN
    UPDATE commitments SET voices = voices + 1 WHERE id = NEW.commitment_id;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submission_commitments_counted AFTER INSERT OR DELETE OR UPDATE OF shown_at ON submission_commitments
  FOR EACH ROW EXECUTE FUNCTION count_voices();
--> statement-breakpoint
-- Told by the link itself: without looking through all that is published.
ALTER POLICY seen_with_submission ON submission_commitments TO portal_resident;
--> statement-breakpoint
CREATE POLICY public_sees_shown ON submission_commitments FOR SELECT TO portal_public USING (shown_at IS NOT NULL);
