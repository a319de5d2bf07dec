-- Who is about to lose her account or her role lays down what opens tips, in the transaction of that change; false when
-- it must not be, because fewer than two active holders would be left. No tip is looked at or written, so that it costs
-- the same however many there are: whoever opens the key next puts a new one in its place and seals them anew.
CREATE FUNCTION lay_down_keys(person text, by_staff text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  in_use uuid;
  today date := (now() AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
  IF EXISTS (SELECT FROM tip_holders WHERE staff_id = person) THEN
    -- Nobody is granted or revoked meanwhile.
    PERFORM pg_advisory_xact_lock(hashtextextended('tips key', 0));
    SELECT id INTO in_use FROM tips_keys WHERE retired_on IS NULL;
    IF (SELECT bool_or(s.id = person) AND count(*) < 3
        FROM tips_key_grants g JOIN staff s ON s.id = g.staff_id JOIN organisations o ON o.slug = s.organisation
        WHERE g.key_id = in_use AND s.deactivated_at IS NULL AND s.role = 'officer' AND o.authority = 'polisen') THEN
      RETURN false;
    END IF;
    DELETE FROM tip_unlocks WHERE staff_id = person;
    DELETE FROM tips_key_grants WHERE staff_id = person;
    DELETE FROM tip_holders WHERE staff_id = person;
    UPDATE tips_keys SET rotation_due_on = coalesce(rotation_due_on, today) WHERE id = in_use;
    INSERT INTO tip_audit_lines (day, event, staff_id, subject) VALUES (today, 'holder-left', by_staff, 'staff:' || person);
  END IF;
  UPDATE tip_holders SET deputy_id = nullif(deputy_id, person), head_id = nullif(head_id, person)
    WHERE person IN (deputy_id, head_id);
  RETURN true;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION lay_down_keys(text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lay_down_keys(text, text) TO portal_auth;
--> statement-breakpoint
-- Tips that have a number already were numbered beside the registers; from here on their register counts them.
INSERT INTO registers (authority, register, year, last_number)
  SELECT 'polisen', 'tips', split_part(registration_number, '-', 3)::integer, max(split_part(registration_number, '-', 4)::integer)
  FROM tips WHERE registration_number LIKE 'POL-T-%' GROUP BY 3
  ON CONFLICT (authority, register, year) DO UPDATE SET last_number = greatest(registers.last_number, excluded.last_number);
