-- A line of the audit is written once and never changed; only the worker gives it its place in the chain, once.
CREATE FUNCTION keep_audit_line() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.position IS NULL AND NEW.hash IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND OLD.hash IS NULL AND NEW.position IS NOT NULL AND NEW.hash IS NOT NULL
    AND to_jsonb(NEW) - 'position' - 'hash' = to_jsonb(OLD) - 'position' - 'hash' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit lines are only added, and linked once' USING ERRCODE = 'check_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_lines_kept BEFORE INSERT OR UPDATE OR DELETE ON audit_lines FOR EACH ROW EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
CREATE TRIGGER audit_lines_kept_whole BEFORE TRUNCATE ON audit_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
CREATE TRIGGER tip_audit_lines_kept BEFORE INSERT OR UPDATE OR DELETE ON tip_audit_lines FOR EACH ROW EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
CREATE TRIGGER tip_audit_lines_kept_whole BEFORE TRUNCATE ON tip_audit_lines FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_line();
--> statement-breakpoint
GRANT UPDATE (position, hash) ON audit_lines TO portal_worker;
--> statement-breakpoint
GRANT UPDATE (position) ON tip_audit_lines TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_anchors TO portal_worker;
