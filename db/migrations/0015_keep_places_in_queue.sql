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
