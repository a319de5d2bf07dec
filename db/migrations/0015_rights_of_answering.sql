-- Templates are read by those who answer, and written by coordinators, each in her own name.
GRANT SELECT, INSERT, UPDATE ON templates TO portal_staff;
--> statement-breakpoint
ALTER TABLE templates ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_answers_with ON templates FOR SELECT TO portal_staff
  USING ((SELECT v.role FROM viewer_reach() v) IN ('officer', 'coordinator'));
--> statement-breakpoint
CREATE POLICY coordinator_writes ON templates FOR INSERT TO portal_staff
  WITH CHECK (written_by_id = current_setting('portal.staff', true) AND (SELECT v.role FROM viewer_reach() v) = 'coordinator');
--> statement-breakpoint
CREATE POLICY coordinator_changes ON templates FOR UPDATE TO portal_staff
  USING ((SELECT v.role FROM viewer_reach() v) = 'coordinator') WITH CHECK ((SELECT v.role FROM viewer_reach() v) = 'coordinator');
--> statement-breakpoint
-- What somebody has half written is hers alone, about what she handles.
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO portal_staff;
--> statement-breakpoint
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reaches_own ON drafts FOR ALL TO portal_staff
  USING (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id))
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
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
-- What was withdrawn, and why, is read by those alone who handle the case, and by its registrar.
GRANT SELECT, INSERT ON withdrawals TO portal_staff;
--> statement-breakpoint
ALTER TABLE withdrawals ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY receivers_read ON withdrawals FOR SELECT TO portal_staff
  USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id AND s.receiving_authority = (SELECT received FROM viewer_reach())));
--> statement-breakpoint
CREATE POLICY staff_withdraws_as_herself ON withdrawals FOR INSERT TO portal_staff
  WITH CHECK (staff_id = current_setting('portal.staff', true) AND viewer_handles(submission_id));
--> statement-breakpoint
CREATE POLICY holders_seal ON withdrawals FOR SELECT TO portal_tips USING (EXISTS (SELECT FROM submissions s WHERE s.id = submission_id));
