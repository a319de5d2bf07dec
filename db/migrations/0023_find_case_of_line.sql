-- Who searches the audit finds the lines of a case by its reference or number, without a right to the case itself.
CREATE FUNCTION case_named(typed text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id FROM submissions s, viewer_reach() v
  WHERE (s.ref = upper(typed) OR s.registration_number = upper(typed))
    AND (v.role = 'admin' OR (v.role = 'registrar' AND s.receiving_authority = v.received))
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION case_named(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION case_named(text) TO portal_staff;
