-- The worker reminds holders of what a resident has written and nobody has read: that there is something, and since when.
GRANT SELECT (tip_id, sender, sent_on, read_on) ON tip_messages TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_looks_for_unread ON tip_messages FOR SELECT TO portal_worker
  USING (sender = 'resident' AND read_on IS NULL);
