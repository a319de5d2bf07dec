-- Says that something the public sees has changed, so that kept pages are made anew.
CREATE FUNCTION notify_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('public_changed', '');
  RETURN NULL;
END
$$;
--> statement-breakpoint
DO $$
DECLARE noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['organisations', 'areas', 'pledges', 'commitments', 'commitment_owners', 'entries', 'dialogues',
    'dialogue_questions', 'dialogue_commitments', 'bookings', 'responses', 'submission_commitments', 'portal_settings'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION notify_public_change()',
      noun || '_public_change', noun);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER submissions_public_change AFTER UPDATE ON submissions FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL OR NEW.published_at IS NOT NULL)
  EXECUTE FUNCTION notify_public_change();
